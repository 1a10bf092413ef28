"""What the lessons share and do not teach: data, figures, progress, claims."""
