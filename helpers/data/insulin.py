"""The coding sequence of human insulin, and the genetic code.

The 333 letters are the coding part of the messenger RNA, from the start codon
to the stop codon, written as DNA: NCBI RefSeq NM_000207.3, bases 60 to 392.
The protein is preproinsulin, UniProt P01308, 110 amino acids. That the one
translates into the other is tested.
"""

from dataclasses import dataclass
from itertools import product

DNA = (
    "ATGGCCCTGTGGATGCGCCTCCTGCCCCTGCTGGCGCTGCTGGCCCTCTGGGGACCTGAC"
    "CCAGCCGCAGCCTTTGTGAACCAACACCTGTGCGGCTCACACCTGGTGGAAGCTCTCTAC"
    "CTAGTGTGCGGGGAACGAGGCTTCTTCTACACACCCAAGACCCGCCGGGAGGCAGAGGAC"
    "CTGCAGGTGGGGCAGGTGGAGCTGGGCGGGGGCCCTGGTGCAGGCAGCCTGCAGCCCTTG"
    "GCCCTGGAGGGGTCCCTGCAGAAGCGTGGCATTGTGGAACAATGCTGTACCAGCATCTGC"
    "TCCCTCTACCAGCTGGAGAACTACTGCAACTAG"
)

PROTEIN = (
    "MALWMRLLPLLALLALWGPDPAAAFVNQHLCGSHLVEALYLVCGERGFFYTPKTRREAED"
    "LQVGQVELGGGPGAGSLQPLALEGSLQKRGIVEQCCTSICSLYQLENYCN"
)

#: The standard genetic code: codon to amino acid, `*` for the three stops.
GENETIC_CODE = dict(
    zip(
        ("".join(codon) for codon in product("TCAG", repeat=3)),
        "FFLLSSSSYY**CC*WLLLLPPPPHHQQRRRRIIIMTTTTNNKKSSRRVVVVAAAADDEEGGGG",
        strict=True,
    )
)


@dataclass(frozen=True)
class Gene:
    """A coding sequence and its protein.

    Attributes:
        dna: letters A, C, G, T; from the start codon to the stop codon.
        protein: one letter an amino acid, without the stop.
    """

    dna: str
    protein: str


def load() -> Gene:
    """Returns the coding sequence of human insulin and its protein."""
    return Gene(dna=DNA, protein=PROTEIN)


def translate(dna: str) -> str:
    """Translates codon by codon; a rest of one or two letters is dropped.

    Args:
        dna: letters A, C, G, T.

    Returns:
        One letter a codon; `*` for a stop codon.

    Raises:
        ValueError: if `dna` holds another letter.
    """
    unknown = sorted(set(dna) - set("ACGT"))
    if unknown:
        raise ValueError(
            f"translate expects the letters A, C, G, T, but got {unknown}."
        )
    codons = (dna[i : i + 3] for i in range(0, len(dna) - 2, 3))
    return "".join(GENETIC_CODE[codon] for codon in codons)
