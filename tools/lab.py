"""`make lab [PORT=8888]`: opens JupyterLab on the course."""

import argparse
import os
import socket
import sys

from tools.course import KERNEL, ROOT, stop


def main() -> None:
    """Checks the port, then becomes JupyterLab."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8888)
    port = parser.parse_args().port
    if not 0 < port < 65536:
        stop(f"PORT must be from 1 to 65535, but it is {port}.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            stop(
                f"Port {port} cannot be used ({error.strerror}): another "
                "program has it, perhaps another lab. Close that one or "
                f"choose another: make lab PORT={port + 1}"
            )
    os.environ.update(KERNEL)
    command = [
        sys.executable,
        "-m",
        "jupyterlab",
        f"--ServerApp.root_dir={ROOT}",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        "--LabApp.default_url=/lab/tree/notebooks",
    ]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")
    os.execv(sys.executable, command)


if __name__ == "__main__":
    main()
