"""Publications killed at any moment, and many readers at once: what is served is always whole."""

import asyncio
import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kinerja.commands import publish
from kinerja.commands.environment import PROJECT
from kinerja.commands.verify import run as verify
from tests.kinerja.contents import write_content
from tests.serving import nginx_on, write_configuration
from tests.site.builds import LATER, Place, build, environment, tree

pytestmark = pytest.mark.client("nginx", "rsync")

KILLS = 60
CLIENTS, SECONDS = 50, 20
WRK = Path(__file__).with_name("readers.lua")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Return the tiny content with its site."""
    place = Place(tmp_path / "tempat")
    write_content(place.content)
    assert 0 == build(place).code
    return place


def start(output: Path, to: Path) -> subprocess.Popen[bytes]:
    """Begin a publication in a process of its own."""
    words = ["publish", "--output", str(output), "--to", str(to)]
    return subprocess.Popen(
        [sys.executable, "-m", "invoke", *words],
        cwd=PROJECT,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def test_a_publication_killed_at_any_moment(
    place: Place, tmp_path: Path, measured: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """What is served is the old site or the new one, every byte of it; the next one works."""
    target, other = tmp_path / "publik", place.copy(tmp_path / "tempat lain")
    begin = time.monotonic()
    assert 0 == start(place.output, target).wait()
    usual = time.monotonic() - begin
    (other.content / "data/alih-alamat.csv").write_text("dari,ke\n/a/,/layanan/\n", "utf-8")
    assert 0 == build(other, "--no-release", as_of=LATER).code  # neither is behind the other
    outputs, seen, chance = (place.output, other.output), Counter[str](), random.Random(7)
    whole = [(output / "manifes.json").read_bytes() for output in outputs]
    for number in range(KILLS):
        running = start(outputs[number % 2], target)
        time.sleep(chance.uniform(0.3, 1.3) * usual)  # it takes a while until it begins
        seen["ended"] += running.poll() is not None
        running.kill()
        running.wait()
        served = (target / "current/manifes.json").read_bytes()
        assert served in whole
        files: dict[str, str] = json.loads(served)["berkas"]
        wrong = [
            path
            for path, digest in files.items()
            if hashlib.sha256((target / "current" / path).read_bytes()).hexdigest() != digest
        ]
        assert [] == wrong
        seen[f"site {whole.index(served)}"] += 1
    assert {"site 0", "site 1"} <= {*seen}
    for output in outputs:
        for _ in range(100):  # what the last killed one left running may hold the lock a while
            code = publish.run(str(output), str(target))
            if code == 0:
                break
            time.sleep(0.1)
        assert code == 0
        assert tree(output).items() <= tree(target / "current").items()
    assert sorted(path.name for path in target.iterdir()) == [
        ".lock",
        "current",
        "publish.log",
        "releases",
    ]
    measured.append(f"publications killed: {KILLS}, {seen['ended']} of them had ended; all whole")
    capsys.readouterr()


async def ask(port: int, addresses: list[str], until: float, seen: Counter[str]) -> None:
    """Read addresses over one connection until a time; count answers by their status."""
    chance = random.Random(id(seen) ^ port)
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    while time.monotonic() < until:
        address = chance.choice(addresses)
        encoding = chance.choice(("gzip", "identity"))
        writer.write(
            f"GET {address} HTTP/1.1\r\nHost: a\r\nAccept-Encoding: {encoding}\r\n\r\n".encode()
        )
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        _, _, length = head.partition("content-length: ")
        body = await reader.readexactly(int(length.split("\r\n")[0]))
        seen[head.split()[1]] += 1
        seen["bytes"] += len(body)
        if "connection: close" in head:  # nginx ends a connection after a thousand requests
            writer.close()
            await writer.wait_closed()
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.close()
    await writer.wait_closed()


@contextmanager
def serving_in_turns(nginx: Path, output: Path, folder: Path) -> Iterator[int]:
    """Serve a published site on a port, whose releases are turned to and fro all the while."""
    target = folder / "publik"
    assert 0 == publish.run(str(output), str(target))
    (target / "releases/1").rename(target / "releases/2")
    (target / "releases/1").symlink_to("2")
    port = write_configuration(folder, target / "current")
    done = threading.Event()

    def turn() -> None:
        """Let `current` lead to the one and to the other release, by rename as `publish` does."""
        number = 0
        while not done.wait(0.01):
            number = 3 - number if number else 1
            (target / "new").symlink_to(f"releases/{number}")
            (target / "new").rename(target / "current")

    with nginx_on(nginx, folder, port):
        turner = threading.Thread(target=turn)
        turner.start()
        try:
            yield port
        finally:
            done.set()
            turner.join()
        assert 0 == verify(f"http://127.0.0.1:{port}/manifes.json", "", False, "content")


def addresses_of(output: Path) -> list[str]:
    """Return the address of every file of a site."""
    return [f"/{path}" for path in json.loads((output / "manifes.json").read_bytes())["berkas"]]


def test_many_readers_while_the_site_changes(
    nginx: Path,
    example: Place,
    tmp_path: Path,
    measured: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """No answer but 200, whole, though releases are turned to and fro all the while."""
    seen, addresses = Counter[str](), addresses_of(example.output)

    async def load(port: int) -> None:
        until = time.monotonic() + SECONDS
        await asyncio.gather(*(ask(port, addresses, until, seen) for _ in range(CLIENTS)))

    with serving_in_turns(nginx, example.output, tmp_path) as port:
        asyncio.run(load(port))
    size, total = seen.pop("bytes"), seen.total()
    assert {"200"} == set(seen)
    measured.append(
        f"requests served: {total}, {total / SECONDS:.0f} a second to {CLIENTS} readers at once, "
        f"{size / 1e6:.0f} MB, errors 0"
    )
    capsys.readouterr()


def test_wrk_finds_no_error(
    nginx: Path,
    example: Place,
    tmp_path: Path,
    measured: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """As fast as a machine asks, plain and compressed by turns: no error of any kind."""
    wrk = shutil.which("wrk")
    if wrk is None:
        pytest.skip("no wrk: apt-get install wrk")
    (tmp_path / "alamat").write_text("\n".join(addresses_of(example.output)), "utf-8")
    words = ["--threads=2", f"--connections={CLIENTS}", f"--duration={SECONDS}s", "--timeout=10s"]
    with serving_in_turns(nginx, example.output, tmp_path) as port:
        done = subprocess.run(
            [wrk, *words, f"--script={WRK}", f"http://127.0.0.1:{port}/"],
            env={**os.environ, "ADDRESSES": str(tmp_path / "alamat")},
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    found: dict[str, int] = json.loads(done.stdout.splitlines()[-1])
    total, size = found.pop("requests"), found.pop("bytes")
    assert dict.fromkeys(("connect", "read", "write", "status", "timeout"), 0) == found
    assert total > len(addresses_of(example.output))
    measured.append(
        f"requests served to wrk: {total}, {total / SECONDS:.0f} a second over {CLIENTS} "
        f"connections, {size / 1e6:.0f} MB, errors 0"
    )
    capsys.readouterr()
