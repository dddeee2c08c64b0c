"""A real nginx on this machine with the configuration that the project ships."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kinerja.commands.environment import PROJECT

SHIPPED = PROJECT / "deploy" / "nginx"
ROOT = "/srv/portal-kinerja/current"
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
PLAIN = """\
    include "{folder}/maps.conf";
    access_log "{folder}/access.log";
    server {{
        listen 127.0.0.1:{port};
        root "{root}";
        include "{folder}/site.conf";
    }}
"""
AROUND = """\
{user}
daemon off;
pid "{folder}/nginx.pid";
error_log "{folder}/error.log";
events {{}}
http {{
    {temporary}
{sites}
}}
"""


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


def write_configuration(folder: Path, root: Path, sites: str = PLAIN) -> int:
    """Write the shipped rules for a site in `root` into a folder; return the port.

    The rules are those of the project but for the folder of the site; `sites` says where they
    stand, on which port of this machine and without TLS.
    """
    port = free_port()
    for name in ("maps.conf", "site.conf"):
        text = (SHIPPED / name).read_text("utf-8")
        (folder / name).write_text(text.replace(f"{ROOT}/alamat*.map", f'"{root}/alamat*.map"'))
    user = "user root;" if os.geteuid() == 0 else ""  # or it may not read folders of tests
    temporary = " ".join(f'{name}_temp_path "{folder}/{name}";' for name in TEMPORARY)
    around = {"folder": folder, "port": port, "root": root}
    text = AROUND.format(user=user, temporary=temporary, sites=sites.format(**around), **around)
    (folder / "nginx.conf").write_text(text, "utf-8")
    return port


@contextmanager
def nginx_on(nginx: Path, folder: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """Run nginx with the configuration of a folder until the end of the block."""
    words: list[Path | str] = [
        "-p",
        folder,
        "-c",
        folder / "nginx.conf",
        "-e",
        folder / "first.log",
    ]
    running = subprocess.Popen([nginx, *words])
    try:
        for _ in range(200):
            with socket.socket() as asking:
                if asking.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield running
    finally:
        running.terminate()
        running.wait(timeout=30)
