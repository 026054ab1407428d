"""The fenced blocks of a document, and what a shell makes of them.

    blocks("```sh\\nls\\n```\\n") -> [("sh", "ls\\n")]
"""
import os
import re
import subprocess


def blocks(text):
    """(info string, content) of the fenced blocks."""
    return re.findall(r"(?ms)^```(\S[^\n]*)\n(.*?)^```$", text)


def run(command, folder, tools):
    """A command run as bash would in a folder, with the tools on the path."""
    environment = dict(os.environ, PATH="%s%s%s" % (tools, os.pathsep, os.environ["PATH"]))
    return subprocess.run(["bash", "-eu", "-o", "pipefail", "-c", command], cwd=folder, env=environment,
                          capture_output=True, text=True, timeout=120, check=False)
