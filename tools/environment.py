"""Makes .venv from requirements.txt, once; every make target calls it first.

This file runs on the system's Python, which may be any version, so it uses
nothing newer than Python 3.6.
"""

import hashlib
import os
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
OLDEST, NEWEST = (3, 11), (3, 13)
FREE_BYTES = 4 * 10**9

#: What pip prints, and what it means to a reader.
CAUSES = [
    (
        ("No space left", "Disk quota"),
        "the disk is full. About 3 GB are needed; free some and run the "
        "command again.",
    ),
    (
        ("Permission denied", "Read-only file system"),
        "this folder or pip's cache cannot be written. Clone the course to a "
        "folder of your own and run the command again.",
    ),
    (
        (
            "NewConnectionError",
            "ConnectTimeout",
            "ProxyError",
            "SSLError",
            "Temporary failure in name resolution",
            "Name or service not known",
            "getaddrinfo failed",
            "Connection refused",
            "Max retries exceeded",
            "ReadTimeoutError",
            "NameResolutionError",
            "Connection broken",
        ),
        "the package registry cannot be reached. Check the network; behind a "
        "proxy set HTTPS_PROXY (README, 'When something fails'), then run the "
        "command again.",
    ),
    (
        ("No matching distribution", "is not a supported wheel"),
        "there is no package for this platform and Python. The course needs a "
        "64-bit Linux, Windows or macOS on Apple chips (README, 'When "
        "something fails').",
    ),
]


def stop(message):
    """Ends with one sentence and exit code 2."""
    sys.stderr.write("\n" + message + "\n")
    sys.exit(2)


def check_python():
    """Refuses a Python that the course does not run on."""
    version = sys.version_info[:2]
    if OLDEST <= version <= NEWEST:
        return
    names = ["python3.13", "python3.12", "python3.11"]
    # Python 2 has no `which`.
    which = getattr(shutil, "which", lambda name: None)
    found = [name for name in names if which(name)]
    how = (
        "This machine has one: add PYTHON=%s to the make command." % found[0]
        if found
        else "Install one of them and add PYTHON=python3.13, say, to the make "
        "command."
    )
    stop(
        "The course needs Python 3.11, 3.12 or 3.13; %s is Python %d.%d. %s"
        % ((sys.executable,) + version + (how,))
    )


def fingerprint():
    """Identifies the requirements and the Python that .venv is made from."""
    digest = hashlib.sha256(repr(sys.version_info[:2]).encode())
    for name in ("requirements.txt", "pyproject.toml"):
        with open(os.path.join(ROOT, name), "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()


def scripts():
    """Returns the folder of .venv that holds its programs."""
    return os.path.join(VENV, "Scripts" if os.name == "nt" else "bin")


def install():
    """Runs pip with a line of progress; returns (exit code, its output)."""
    requirements = os.path.join(ROOT, "requirements.txt")
    with open(requirements) as file:
        total = sum(1 for line in file if line.strip()[:1] not in ("", "#"))
    command = [
        os.path.join(scripts(), "python"),
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--no-input",
        "--retries",
        "3",
        "--requirement",
        requirements,
    ]
    pip = subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        universal_newlines=True,
    )
    lines, collected = [], 0
    for line in pip.stdout:
        lines.append(line)
        if line.startswith(("Collecting ", "Requirement already")):
            collected = min(collected + 1, total)
        if sys.stdout.isatty():
            text = "%d of %d packages: %s" % (collected, total, line.strip())
            sys.stdout.write("\r" + text[:78].ljust(78))
            sys.stdout.flush()
    if sys.stdout.isatty():
        sys.stdout.write("\r" + " " * 78 + "\r")
    return pip.wait(), "".join(lines)


def explain(output):
    """Returns one sentence for the reason in pip's output."""
    for signs, meaning in CAUSES:
        if any(sign in output for sign in signs):
            return "The packages could not be installed: " + meaning
    last = [line for line in output.splitlines() if line.strip()][-5:]
    return (
        "The packages could not be installed. The last lines of pip were:\n"
        + "\n".join(last)
    )


def main():
    """Makes .venv, or returns at once where it is complete."""
    check_python()
    marker = os.path.join(VENV, ".complete")
    wanted = fingerprint()
    if os.path.exists(marker):
        with open(marker) as file:
            if file.read() == wanted:
                return
    try:
        import ensurepip  # noqa: F401
        import venv
    except ImportError:
        stop(
            "This Python lacks the module venv. On Debian and Ubuntu install "
            "it with: sudo apt install python%d.%d-venv" % sys.version_info[:2]
        )
    try:
        if shutil.disk_usage(ROOT).free < FREE_BYTES and not os.path.exists(
            marker
        ):
            stop(
                "The disk has %.1f GB left, but the course's packages need 3 "
                "to 4 GB. Free some and run the command again."
                % (shutil.disk_usage(ROOT).free / 1e9)
            )
        print(
            "Making .venv and installing the packages (about 750 MB to "
            "download, 1 to 5 minutes, once) ..."
        )
        sys.stdout.flush()
        shutil.rmtree(VENV, ignore_errors=True)
        venv.create(VENV, with_pip=True)
        code, output = install()
        if not code:
            with open(marker, "w") as file:
                file.write(wanted)
    except (OSError, subprocess.CalledProcessError) as error:
        shutil.rmtree(VENV, ignore_errors=True)
        stop(
            "Cannot make %s: %s. Check that this folder can be written and "
            "that the disk is not full." % (VENV, error)
        )
    except KeyboardInterrupt:
        shutil.rmtree(VENV, ignore_errors=True)
        stop("Stopped. Nothing is left behind; run the command again.")
    if code:
        shutil.rmtree(VENV, ignore_errors=True)
        stop(explain(output))


if __name__ == "__main__":
    main()
