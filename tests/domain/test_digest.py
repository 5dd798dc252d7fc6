import hashlib
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.digest import hex_digest


@given(st.binary(max_size=200))
def test_a_digest_is_sha256(content: bytes) -> None:
    assert hex_digest(content) == hashlib.sha256(content).hexdigest()


def test_it_loads_no_openssl_where_python_can_do_without() -> None:
    told = "import sys, quizapp.domain.digest; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "_hashlib" not in loaded or not loaded & {"_sha2", "_sha256"}
