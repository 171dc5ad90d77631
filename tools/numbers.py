"""make numbers: how the house is built, counted: functions, files, tests, templates."""

from __future__ import annotations

import ast
import subprocess
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).parents[1]
LONG_FILE, LONG_LINE = 400, 120


def main() -> None:
    """Print one line a number, each beside what is aimed at."""
    files = listed()
    tests = [path for path in files if path.suffix == ".py" and is_test(path)]
    code = [
        path for path in files if path.suffix == ".py" and path.parts[0] == "lantoa" and not is_test(path)
    ]
    templates = [path for path in files if path.suffix == ".html"]
    for name, value in [*of_code(code), *of_tests(code, tests), *of_templates(templates)]:
        print(f"{name:58} {value}")


def listed() -> list[Path]:
    """What git keeps, without what was generated or brought in."""
    names = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    paths = [Path(name) for name in names.splitlines() if (ROOT / name).exists()]
    return [path for path in paths if not {"migrations", "vendor"} & set(path.parts)]


def is_test(path: Path) -> bool:
    """Tests, and what only they use."""
    return "tests" in path.parts or path.name == "conftest.py"


def of_code(code: list[Path]) -> list[tuple[str, str]]:
    lengths, functions = [length(path) for path in code], [n for path in code for n in function_lengths(path)]
    long_lines = sum(n for n in lengths if n > LONG_FILE)
    return [
        ("code: files, lines", f"{len(code)}, {sum(lengths)}"),
        ("code: file median / p95 (aim: mostly < 200)", f"{median(lengths):.0f} / {p95(lengths):.0f}"),
        ("code: lines in files over 400 (aim: 0 %)", f"{long_lines} = {long_lines / sum(lengths):.1%}"),
        ("code: functions", f"{len(functions)}"),
        ("code: function median / p95 / longest (aim: 5 / 18)", _spread(functions)),
    ]


def of_tests(code: list[Path], tests: list[Path]) -> list[tuple[str, str]]:
    lines, stories = sum(map(length, tests)), [n for path in tests for n in function_lengths(path, "test_")]
    return [
        ("tests: files, lines", f"{len(tests)}, {lines}"),
        ("tests: lines for one line of code (aim: 1.0)", f"{lines / sum(map(length, code)):.2f}"),
        ("tests: functions", f"{len(stories)}"),
        ("tests: function median / p95 / longest (aim: 10)", _spread(stories)),
    ]


def of_templates(templates: list[Path]) -> list[tuple[str, str]]:
    widths = [len(line) for path in templates for line in (ROOT / path).read_text().splitlines()]
    lengths = [length(path) for path in templates]
    return [
        ("templates: files, lines", f"{len(templates)}, {sum(lengths)}"),
        ("templates: file median / p95 (aim: p95 <= 60)", f"{median(lengths):.0f} / {p95(lengths):.0f}"),
        ("templates: lines over 120 characters (aim: 0)", f"{sum(w > LONG_LINE for w in widths)}"),
        ("templates: longest line", f"{max(widths)}"),
    ]


def length(path: Path) -> int:
    return len((ROOT / path).read_text().splitlines())


def function_lengths(path: Path, prefix: str = "") -> list[int]:
    """Lines of each function from its `def` to its end, decorators left out."""
    return [
        (node.end_lineno or node.lineno) - node.lineno + 1
        for node in ast.walk(ast.parse((ROOT / path).read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith(prefix)
    ]


def p95(values: list[int]) -> float:
    return quantiles(values, n=20)[-1]


def _spread(values: list[int]) -> str:
    return f"{median(values):.0f} / {p95(values):.0f} / {max(values)}"


if __name__ == "__main__":
    main()
