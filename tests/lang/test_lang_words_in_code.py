"""No word of English stands in the code that finds, links and weighs: what a text's words are compared with, the tables hold."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import sayso
from sayso.lang.language import load_language

SOURCE = Path(sayso.__file__).parent
FOLDERS = ("find", "link", "weigh")
OF_TEXT = {"lower_", "lemma_", "norm_", "orth_", "text", "quote", "qualifier", "unit"}
"""Attributes that hold words of a text: spaCy's of tokens, and those of records."""
ASKED_OF_TEXT = {"startswith", "endswith", "removeprefix", "removesuffix", "rfind", "find", "partition", "split"}
WORD = re.compile(r"(?<!\\)[a-z]")
"""A small letter that is none of a regular expression's signs."""


def modules() -> Iterator[tuple[str, ast.Module]]:
    """Each module that looks at the words of a text, without those of the second finder, which asks in English what a text says."""
    for folder in FOLDERS:
        for path in sorted((SOURCE / folder).glob("*.py")):
            if not path.stem.startswith("llm"):
                yield f"{folder}/{path.name}", ast.parse(path.read_text(encoding="utf-8"))


def is_of_text(node: ast.expr) -> bool:
    """Whether an expression is a word of a text: an attribute that holds one, or what was made small letters."""
    if isinstance(node, ast.Subscript | ast.Starred):
        return is_of_text(node.value)
    if isinstance(node, ast.Set | ast.Tuple | ast.List):
        return any(map(is_of_text, node.elts))
    if isinstance(node, ast.BinOp):
        return is_of_text(node.left) or is_of_text(node.right)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return node.func.attr in ("lower", "casefold") or is_of_text(node.func.value)
    return isinstance(node, ast.Attribute) and node.attr in OF_TEXT


def literals(node: ast.expr, known: dict[str, ast.expr]) -> Iterator[str]:
    """The words that an expression holds: itself, in brackets, or by the name of a constant of its module."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and WORD.search(node.value):
        yield node.value
    elif isinstance(node, ast.Name) and node.id in known:
        yield from literals(known[node.id], {})
    elif isinstance(node, ast.Set | ast.Tuple | ast.List):
        for part in node.elts:
            yield from literals(part, known)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("frozenset", "set"):
        for part in node.args:
            yield from literals(part, known)
    elif isinstance(node, ast.BinOp):
        yield from literals(node.left, known)
        yield from literals(node.right, known)


def sides(node: ast.AST) -> list[ast.expr]:
    """What a comparison, an intersection or a question about a beginning or end compares."""
    if isinstance(node, ast.Compare):
        return [node.left, *node.comparators]
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitAnd | ast.Sub):
        return [node.left, node.right]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ASKED_OF_TEXT:
        return [node.func.value, *node.args]
    return []


def constants(module: ast.Module) -> dict[str, ast.expr]:
    """What the constants of a module are."""
    assigned = [node for node in module.body if isinstance(node, ast.Assign)]
    return {target.id: node.value for node in assigned for target in node.targets if isinstance(target, ast.Name)}


def words_compared(module: ast.Module) -> list[str]:
    """The lower-case words in code that a module compares words of a text with."""
    known = constants(module)
    return [
        f"{one.lineno}: {word}"
        for node in ast.walk(module)
        if any(map(is_of_text, compared := sides(node)))
        for one in compared
        if not is_of_text(one) or isinstance(one, ast.Tuple)
        for word in literals(one, known)
    ]


def test_no_word_of_a_text_is_compared_with_a_word_in_code() -> None:
    assert {place: found for place, module in modules() if (found := words_compared(module))} == {}


def test_no_name_for_a_word_is_compared_with_a_function_word() -> None:
    grammar = {word for words in load_language().rules("grammar").values() if not isinstance(words, str) for word in words}
    found = {
        f"{place}:{node.lineno} {word}"
        for place, module in modules()
        for node in ast.walk(module)
        if isinstance(node, ast.Compare) and isinstance(node.left, ast.Name)
        for one in node.comparators
        for word in literals(one, constants(module))
        if word in grammar
    }
    assert found == set()


@pytest.mark.parametrize(
    "line",
    [
        'token.lower_ == "by"',
        'child.lemma_ in ("cite", "quote")',
        "token.lower_ in ARTICLES",
        '{token.lower_, token.lemma_} & {"no", "none"}',
        'head.lower_.endswith("ing")',
        'amount.qualifier.lower().split()[0] not in {"about"}',
    ],
)
def test_the_check_sees_a_word_in_code(line: str) -> None:
    assert words_compared(ast.parse(f'ARTICLES = frozenset({{"the"}})\n{line}'))


@pytest.mark.parametrize(
    "line", ['token.dep_ in ("nsubj", "agent")', 'token.text == ","', 'row["act"] == "denies"', 'token.lower_ in words["by"]']
)
def test_the_check_leaves_marks_labels_and_codes(line: str) -> None:
    assert words_compared(ast.parse(line)) == []
