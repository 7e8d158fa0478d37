"""The best one-to-one pairing of two sides: Kuhn's and Munkres' method, kept here because no package that Sayso needs has it."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf


def best_pairs(gains: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pairs (row, column), each used once, whose gains sum up highest; pairs that gain nothing are left out. Gains are 0 or more."""
    if not gains or not gains[0]:
        return []
    if len(gains) > len(gains[0]):
        return sorted((row, column) for column, row in best_pairs([list(column) for column in zip(*gains, strict=True)]))
    rows, columns = len(gains), len(gains[0])
    of_rows, of_columns = [0.0] * (rows + 1), [0.0] * (columns + 1)  # potentials; row and column 0 are a place to begin from
    row_at, came_from = [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        row_at[0], column = row, 0
        least, done = [inf] * (columns + 1), [False] * (columns + 1)
        while row_at[column]:
            done[column] = True
            here, step, following = row_at[column], inf, 0
            for other in range(1, columns + 1):
                if done[other]:
                    continue
                cost = -gains[here - 1][other - 1] - of_rows[here] - of_columns[other]
                if cost < least[other]:
                    least[other], came_from[other] = cost, column
                if least[other] < step:
                    step, following = least[other], other
            for other in range(columns + 1):
                if done[other]:
                    of_rows[row_at[other]] += step
                    of_columns[other] -= step
                else:
                    least[other] -= step
            column = following
        while column:
            row_at[column] = row_at[came_from[column]]
            column = came_from[column]
    pairs = [(row_at[column] - 1, column - 1) for column in range(1, columns + 1) if row_at[column]]
    return sorted((row, column) for row, column in pairs if gains[row][column] > 0)
