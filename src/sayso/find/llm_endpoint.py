"""Talks to an OpenAI-compatible server: one call a text, with a budget, a time limit, and patience where the server is busy."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Mapping

import httpx
import msgspec

from sayso.find.finder import Halt
from sayso.find.llm_answer import Reply
from sayso.find.llm_prompt import about_tokens, messages, schema
from sayso.records.trouble import Trouble
from sayso.settings import LlmSettings

BUSY = frozenset({408, 409, 429, 500, 502, 503, 504, 529})
"""Answers after which the same is asked again."""
NOT_UNDERSTOOD = frozenset({400, 422, 500})
"""Answers of a server that does not know the form in which the schema is given; llama-cpp-python's is 500."""
LONGEST_WAIT = 60.0
"""Seconds that are waited at most before a call is made again, also where the server asks for more."""
WORDS = 200
"""Code points of a server's own words that are shown."""
LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})
DIALECTS: tuple[Callable[[], Mapping[str, object]], ...] = (
    lambda: {"type": "json_schema", "json_schema": {"name": "claims", "strict": True, "schema": schema()}},
    lambda: {"type": "json_object", "schema": schema()},
)
"""How a server is told the form of the answer: as OpenAI and most do, and as llama-cpp-python does."""


class _Message(msgspec.Struct, frozen=True):
    content: str | None = None


class _Choice(msgspec.Struct, frozen=True):
    message: _Message
    finish_reason: str | None = None


class _Usage(msgspec.Struct, frozen=True):
    prompt_tokens: int = 0
    completion_tokens: int = 0


class _Body(msgspec.Struct, frozen=True):
    choices: list[_Choice]
    usage: _Usage | None = None


class _Error(msgspec.Struct, frozen=True):
    message: str = ""


class _Refusal(msgspec.Struct, frozen=True):
    """What servers say where they refuse: OpenAI's and Ollama's, llama-cpp-python's and others' forms."""

    error: _Error | str | None = None
    detail: str | None = None
    message: str | None = None


class Endpoint:
    """A server with a model, and what is left of the budget. `sleep` waits for a number of seconds."""

    def __init__(self, llm: LlmSettings, sleep: Callable[[float], None] = time.sleep) -> None:
        self.llm, self._sleep = llm, sleep
        self.calls = self.tokens = 0
        self._dialect, self._settled = 0, False
        local = httpx.URL(llm.base_url).host in LOCAL
        # what is meant for this machine goes through no proxy, whatever the surroundings say
        self._client = httpx.Client(timeout=llm.seconds, headers=_key_header(llm), trust_env=not local)

    def ask(self, text: str) -> Reply:
        """What the model answers to one text. Raises Halt where it does not answer or the budget is used up."""
        response = self._post(text, BUSY) if self._settled else self._first(text)
        if not response.is_success:
            raise self._halt(f"refused to answer ({_status(response)})", "look at the settings under [llm]")
        self._settled = True
        return self._reply(text, response)

    def _first(self, text: str) -> httpx.Response:
        """The response in the first form that the server understands; the usual one, asked with patience, where it seems to know none."""
        for dialect in range(len(DIALECTS)):
            self._dialect = dialect
            response = self._post(text, BUSY - NOT_UNDERSTOOD)
            if response.status_code not in NOT_UNDERSTOOD:
                return response
        self._dialect = 0
        return self._post(text, BUSY)

    def _post(self, text: str, busy: frozenset[int]) -> httpx.Response:
        """The response to one text, asked again while its status is one of `busy` or it takes too long."""
        body = {
            "model": self.llm.model,
            "messages": messages(text),
            "temperature": 0,
            "max_tokens": self.llm.answer,
            "response_format": DIALECTS[self._dialect](),
        }
        why, wait = "", 0.0
        for again in range(self.llm.retries + 1):
            if again:
                self._sleep(wait)
            self._spend_call(about_tokens(text))
            try:
                response = self._client.post(f"{self.llm.base_url.rstrip('/')}/chat/completions", json=body)
            except httpx.ConnectError as error:
                raise self._silent(_plain(error)) from None
            except httpx.TransportError as error:
                slow = isinstance(error, httpx.TimeoutException)
                why, wait = f"nothing within {self.llm.seconds} s" if slow else _plain(error), 2.0**again
                continue
            if response.status_code not in busy:
                return response
            why, wait = _status(response), _wait_asked(response, 2.0**again)
        raise self._silent(f"{why}, asked {self.llm.retries + 1} times" if self.llm.retries else why)

    def _spend_call(self, tokens: int) -> None:
        if self.calls >= self.llm.calls:
            raise self._used_up(f"{self.calls} of {self.llm.calls} calls", "llm.calls")
        if self.tokens + tokens > self.llm.tokens:
            raise self._used_up(f"{self.tokens} of {self.llm.tokens} tokens, and the next call takes about {tokens}", "llm.tokens")
        self.calls += 1

    def _reply(self, text: str, response: httpx.Response) -> Reply:
        try:
            body = msgspec.json.decode(response.content, type=_Body)
            choice = body.choices[0]
        except (msgspec.DecodeError, UnicodeError, IndexError):
            raise self._halt("did not answer as OpenAI's would", "look at `llm.base_url`, which mostly ends in /v1") from None
        content = choice.message.content or ""
        usage = body.usage or _Usage()
        sent, back = usage.prompt_tokens or about_tokens(text), usage.completion_tokens or len(content) // 4
        self.tokens += sent + back
        return Reply(content, choice.finish_reason == "length", sent, back)

    def _silent(self, why: str) -> Halt:
        return self._halt(f"did not answer ({why})", "start the model and run again, or use `--engine rules`")

    def _halt(self, what: str, remedy: str) -> Halt:
        return Halt(f"the language model at {self.llm.base_url} {what}", remedy)

    def _used_up(self, spent: str, key: str) -> Halt:
        return Halt(f"the budget for the language model is used up ({spent})", f"run again to go on, or raise `{key}`")


def _key_header(llm: LlmSettings) -> dict[str, str]:
    """The key from the variable that the settings name; Trouble where there is no such variable."""
    if not llm.api_key_env:
        return {}
    if key := os.environ.get(llm.api_key_env):
        return {"Authorization": f"Bearer {key}"}
    raise Trouble(f"the variable {llm.api_key_env} is not set", "`llm.api_key_env` names the variable that holds the key, never the key")


def _status(response: httpx.Response) -> str:
    """The status of a response, with the server's own words where it gives any, such as that it has no such model."""
    status = f"{response.status_code} {response.reason_phrase}".strip()
    try:
        refusal = msgspec.json.decode(response.content, type=_Refusal)
    except (msgspec.DecodeError, UnicodeError):
        return status
    error = refusal.error or refusal.detail or refusal.message
    said = error.message if isinstance(error, _Error) else error
    return f"{status}: {' '.join(said.split())[:WORDS]}" if said else status


def _wait_asked(response: httpx.Response, otherwise: float) -> float:
    """The seconds that the server asks to wait; `otherwise` where it names none."""
    asked = response.headers.get("retry-after", "")
    return min(float(asked), LONGEST_WAIT) if re.fullmatch(r"\d+(\.\d+)?", asked) else otherwise


def _plain(error: httpx.TransportError) -> str:
    """What went wrong on the way, without numbers of the system."""
    return re.sub(r"\[Errno -?\d+\] ", "", str(error)).strip().lower() or type(error).__name__
