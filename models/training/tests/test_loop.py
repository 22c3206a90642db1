"""How a run computes."""

import pytest
import torch

from training.loop import computing


@pytest.mark.skipif(torch.cuda.is_available(), reason="a GPU always computes in bfloat16")
@pytest.mark.parametrize(("able", "native"), [
    ({"avx2": True}, False), ({"avx512_f": True}, False),
    ({"avx512_f": True, "avx512_bf16": True}, True), ({"amx_bf16": True}, True)])
def test_a_cpu_computes_in_bfloat16_only_where_it_multiplies_it_itself(
        able: dict, native: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: able)
    with computing():
        assert torch.is_autocast_enabled("cpu") == native
