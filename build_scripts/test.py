"""Every check in one command: format, lint, types, import rules, tests; stops at the first that fails.

python3 build_scripts/test.py                        everything
python3 build_scripts/test.py tests/ui -k wizard     arguments go to pytest
python3 build_scripts/test.py --only-tests tests/ui  without the linters
"""

import sys

import environment

ONLY_TESTS = "--only-tests"

LINTERS = {
    "format": ("-m", "ruff", "format", "--check", "--quiet", "."),
    "lint": ("-m", "ruff", "check", "--quiet", "."),
    "types": ("-m", "mypy"),
    "import rules": ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"),
}


def main(arguments: list[str]) -> int:
    """Run all checks; return the exit code of the first that fails."""
    environment.prepare(screen=False)
    if ONLY_TESTS in arguments:
        arguments.remove(ONLY_TESTS)
    else:
        for name, command in LINTERS.items():
            print(f"== {name}", flush=True)
            code = environment.run(*command)
            if code:
                print(f"{name} failed; run again with: {environment.PYTHON} {' '.join(command)}")
                return code
    print("== tests", flush=True)
    return environment.run("-m", "pytest", *arguments, QT_QPA_PLATFORM="offscreen")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
