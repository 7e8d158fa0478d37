"""A server on 127.0.0.1 for the tests of the language model: it answers as scripted, and remembers what it was asked."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

Script = Callable[[dict[str, Any]], tuple[int, str] | tuple[int, str, dict[str, str]]]
"""From the body of a request to status, body and headers of the response."""


@dataclass
class Scripted:
    """Its address, how it answers (each in turn, the last for ever), and the bodies and keys of the requests so far."""

    base_url: str
    script: list[Script]
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)


@contextmanager
def serving(*script: Script) -> Iterator[Scripted]:
    """The server while the block runs."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            scripted.asked.append(body)
            scripted.keys.append(self.headers.get("Authorization"))
            turn = scripted.script.pop(0) if len(scripted.script) > 1 else scripted.script[0]
            status, text, *headers = turn(body)
            data = text.encode()
            try:
                self.send_response(status)
                for name, value in (headers[0] if headers else {}).items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)
            except BrokenPipeError:
                pass  # whoever asked has gone, as when the time is out

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    scripted = Scripted(f"http://127.0.0.1:{server.server_port}/v1", list(script))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield scripted
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def writes(content: str, finish: str = "stop", tokens: tuple[int, int] = (100, 20)) -> Script:
    """A model that writes this."""
    usage = {"prompt_tokens": tokens[0], "completion_tokens": tokens[1]}
    body = {"choices": [{"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": finish}], "usage": usage}
    return lambda asked: (200, json.dumps(body))


def claims(*told: dict[str, Any]) -> Script:
    """A model that gives these claims."""
    return writes(json.dumps({"claims": list(told)}))


def claim(quote: str, voices: Sequence[str] = ("(author)",), slots: dict[str, str] | None = None, **changes: Any) -> dict[str, Any]:
    """One claim as a model gives it: a plain statement, with these changes."""
    plain = {"act": "asserts", "polarity": "affirms", "modality": "certain", "kind": "statement", "verb": "statement", "said": ""}
    listed = [{"name": name, "text": text} for name, text in (slots or {}).items()]
    return {"quote": quote, "voices": list(voices), **plain, **changes, "slots": listed}


def says(status: int, text: str = "{}", **headers: str) -> Script:
    """A server that answers with this status."""
    return lambda asked: (status, text, {name.replace("_", "-"): value for name, value in headers.items()})


def sleeps(seconds: float) -> Script:
    """A server that takes its time."""

    def answer(asked: dict[str, Any]) -> tuple[int, str]:
        time.sleep(seconds)
        return 200, "{}"

    return answer


def knows_only_json_object(then: Script, status: int = 500) -> Script:
    """A server that refuses the form of OpenAI with this status (llama-cpp-python's is 500), and else answers."""
    return lambda asked: then(asked) if asked["response_format"]["type"] == "json_object" else (status, '{"detail": "json_schema"}')
