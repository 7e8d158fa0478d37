from __future__ import annotations

import json
from typing import get_args

import pytest
from scripted_server import claims, knows_only_json_object, says, serving, sleeps, writes

from sayso.find.finder import Halt
from sayso.find.llm_answer import read_answer
from sayso.find.llm_endpoint import Endpoint
from sayso.find.llm_prompt import about_tokens, instruction, schema
from sayso.records.claim import Act, Kind
from sayso.records.trouble import Trouble
from sayso.records.vocabulary import REPORT_DAY, vocabulary
from sayso.settings import LlmSettings

NOTHING = writes('{"claims": []}')


def asked_of(base_url: str, waits: list[float] | None = None, **limits: int) -> Endpoint:
    noted: list[float] = [] if waits is None else waits
    return Endpoint(LlmSettings(base_url, "small", **limits), noted.append)  # type: ignore[arg-type]


def test_a_server_is_told_the_form_of_the_answer_as_openai_does() -> None:
    with serving(NOTHING) as server:
        reply = asked_of(server.base_url).ask("Orsenia said no.")
    assert (reply.content, reply.cut, reply.sent, reply.back) == ('{"claims": []}', False, 100, 20)
    form = server.asked[0]["response_format"]
    assert form["type"] == "json_schema"
    assert form["json_schema"]["schema"] == schema()
    assert server.asked[0]["temperature"] == 0


@pytest.mark.parametrize("status", [400, 422, 500])
def test_a_server_that_does_not_know_this_form_is_told_in_the_other_one_from_then_on(status: int) -> None:
    with serving(knows_only_json_object(NOTHING, status)) as server:
        endpoint = asked_of(server.base_url)
        for text in ("Orsenia said no.", "Tarvonia said yes."):
            assert endpoint.ask(text).content == '{"claims": []}'
    forms = [asked["response_format"]["type"] for asked in server.asked]
    assert forms == ["json_schema", "json_object", "json_object"]
    assert server.asked[1]["response_format"]["schema"] == schema()


def test_the_form_of_the_answer_holds_the_words_of_the_vocabulary() -> None:
    claim = schema()["properties"]["claims"]["items"]["properties"]  # type: ignore[index]
    assert claim["act"]["enum"] == list(get_args(Act)) == list(vocabulary().acts)
    assert claim["kind"]["enum"] == list(get_args(Kind)) == list(vocabulary().terms["kind"])
    assert set(vocabulary().incident_types) | set(vocabulary().predicates) < set(claim["verb"]["enum"])
    lacking = {word for word in (*vocabulary().slots, *vocabulary().predicates) if f"- {word}:" not in instruction()}
    assert lacking == {REPORT_DAY}  # no words of a claim tell it


def test_a_busy_server_is_asked_again_after_as_long_as_it_asks_for_or_twice_as_long_each_time() -> None:
    waits: list[float] = []
    with serving(says(503), says(429, Retry_After="7"), says(504), NOTHING, says(500), NOTHING) as server:
        endpoint = asked_of(server.base_url, waits)
        assert endpoint.ask("Orsenia said no.").content
        assert waits == [1.0, 7.0, 4.0]
        assert endpoint.ask("Orsenia said no.").content
    assert waits == [1.0, 7.0, 4.0, 1.0]
    assert len(server.asked) == 6


def test_a_server_that_stumbles_at_the_first_call_is_asked_again_in_the_form_it_knows() -> None:
    with serving(says(500), says(400), NOTHING) as server:
        assert asked_of(server.base_url).ask("Orsenia said no.").content
    forms = [asked["response_format"]["type"] for asked in server.asked]
    assert forms == ["json_schema", "json_object", "json_schema"]


def test_a_server_that_stays_busy_does_not_answer() -> None:
    with serving(says(429)) as server, pytest.raises(Halt) as halt:
        asked_of(server.base_url, retries=2).ask("Orsenia said no.")
    assert halt.value.message == f"the language model at {server.base_url} did not answer (429 Too Many Requests, asked 3 times)"


def test_a_server_that_takes_too_long_does_not_answer() -> None:
    with serving(sleeps(1.5)) as server:
        endpoint = asked_of(server.base_url, retries=0)
        endpoint._client.timeout = 0.2
        with pytest.raises(Halt, match=r"did not answer \(nothing within 120 s\)"):
            endpoint.ask("Orsenia said no.")


def test_where_no_server_is_there_it_is_said_at_once() -> None:
    waits: list[float] = []
    with serving(NOTHING) as server:
        pass
    with pytest.raises(Halt) as halt:
        asked_of(server.base_url, waits).ask("Orsenia said no.")
    assert halt.value.message == f"the language model at {server.base_url} did not answer (connection refused)"
    assert halt.value.remedy == "start the model and run again, or use `--engine rules`"
    assert waits == []


def test_a_server_that_refuses_is_not_asked_again() -> None:
    with serving(says(401)) as server, pytest.raises(Halt, match=r"refused to answer \(401 Unauthorized\)"):
        asked_of(server.base_url).ask("Orsenia said no.")
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    "body",
    [
        '{"error": {"message": "model \'small\' not\\n found"}}',
        '{"error": "model \'small\' not found"}',
        '{"detail": "model \'small\' not found"}',
    ],
)
def test_a_refusal_is_told_in_the_servers_own_words(body: str) -> None:
    with serving(says(404, body)) as server, pytest.raises(Halt, match=r"refused to answer \(404 Not Found: model 'small' not found\)"):
        asked_of(server.base_url).ask("Orsenia said no.")


@pytest.mark.parametrize("body", ["<html>", "[]", '{"error": {"code": 3}}', '{"error": ["x"]}'])
def test_a_refusal_without_words_is_told_by_its_status(body: str) -> None:
    with serving(says(404, body)) as server, pytest.raises(Halt, match=r"refused to answer \(404 Not Found\)"):
        asked_of(server.base_url).ask("Orsenia said no.")


@pytest.mark.parametrize("body", ["<html>", "{}", '{"choices": []}'])
def test_what_is_no_such_server_is_told(body: str) -> None:
    with serving(says(200, body)) as server, pytest.raises(Halt, match="did not answer as OpenAI's would"):
        asked_of(server.base_url).ask("Orsenia said no.")


def test_no_more_calls_are_made_than_allowed() -> None:
    with serving(NOTHING) as server:
        endpoint = asked_of(server.base_url, calls=2)
        endpoint.ask("Orsenia said no.")
        endpoint.ask("Tarvonia said yes.")
        with pytest.raises(Halt, match=r"budget for the language model is used up \(2 of 2 calls\)") as halt:
            endpoint.ask("Brenvik said maybe.")
    assert len(server.asked) == 2
    assert "llm.calls" in halt.value.remedy


def test_a_call_that_would_pass_the_limit_of_tokens_is_not_made() -> None:
    one = about_tokens("Orsenia said no.")
    with serving(writes('{"claims": []}', tokens=(one, 50))) as server:
        endpoint = asked_of(server.base_url, tokens=2 * one + 10)
        endpoint.ask("Orsenia said no.")
        with pytest.raises(Halt, match="used up"):
            endpoint.ask("Orsenia said no.")
    assert len(server.asked) == 1


def test_the_key_comes_from_the_variable_that_the_settings_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEY_FOR_THE_TEST", "k-123")
    with serving(NOTHING) as server:
        Endpoint(LlmSettings(server.base_url, "small", "KEY_FOR_THE_TEST")).ask("Orsenia said no.")
        Endpoint(LlmSettings(server.base_url, "small")).ask("Orsenia said no.")
    assert server.keys == ["Bearer k-123", None]
    with pytest.raises(Trouble, match="NO_SUCH_KEY is not set"):
        Endpoint(LlmSettings(server.base_url, "small", "NO_SUCH_KEY"))


def test_what_is_meant_for_this_machine_goes_through_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    with serving(NOTHING) as server:
        assert asked_of(server.base_url).ask("Orsenia said no.").content


def test_of_an_answer_each_claim_is_checked_by_itself() -> None:
    with serving(claims({"quote": "x"}, {"quote": "no", "voices": [], "act": "asserts"})) as server:
        answer = read_answer(asked_of(server.base_url).ask("Orsenia said no.").content)
    assert answer is not None
    assert (answer.claims, answer.malformed) == ((), 2)


@pytest.mark.parametrize("content", ["", "I cannot help.", '{"claims": [{"quote": "a', "[]", '{"claims": 3}', json.dumps({"rules": []})])
def test_what_is_not_in_the_form_asked_for_is_no_answer(content: str) -> None:
    assert read_answer(content) is None


@pytest.mark.parametrize("around", ["```json\n{}\n```", "Here are the claims:\n{}\nThat is all.", "{}"])
def test_an_answer_in_a_fence_or_between_words_is_read(around: str) -> None:
    answer = read_answer(around.replace("{}", '{"claims": [7]}'))
    assert answer is not None
    assert answer.malformed == 1
