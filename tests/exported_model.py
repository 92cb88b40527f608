"""A model of five words, exported by hand, for tests of what runs exports: a text's vector is its words' mean."""

import hashlib
import json

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer, models, pre_tokenizers

from index.embedders.exported import CARD, INPUTS, MODEL, OUTPUT, TOKENIZER

WORDS = {"?": 0, "quay": 1, "wall": 2, "slipway": 3, "beacon": 4}
DIMENSIONS = 4


def tiny(folder):
    folder.mkdir(parents=True, exist_ok=True)
    table = np.eye(len(WORDS), DIMENSIONS, k=-1, dtype=np.float32) + 0.01
    nodes = [
        helper.make_node("Gather", ["table", "input_ids"], ["embedded"]),
        helper.make_node("Cast", ["attention_mask"], ["mask"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["mask", "last"], ["wide"]),
        helper.make_node("Mul", ["embedded", "wide"], ["read"]),
        helper.make_node("ReduceSum", ["read", "second"], ["sum"], keepdims=0),
        helper.make_node("LpNormalization", ["sum"], [OUTPUT], axis=1, p=2),
    ]
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, ["texts", "pieces"]) for name in INPUTS]
    outputs = [helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, ["texts", DIMENSIONS])]
    known = [numpy_helper.from_array(table, "table")]
    known += [numpy_helper.from_array(np.array([n]), name) for n, name in ((-1, "last"), (1, "second"))]
    graph = helper.make_graph(nodes, "tiny", inputs, outputs, known)
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=10), folder / MODEL)
    words = Tokenizer(models.WordLevel(WORDS, unk_token="?"))  # noqa: S106 - no password
    words.pre_tokenizer = pre_tokenizers.Whitespace()
    words.enable_truncation(3)
    words.save(str(folder / TOKENIZER))
    sha256 = hashlib.sha256((folder / MODEL).read_bytes()).hexdigest()
    (folder / CARD).write_text(json.dumps({"dimensions": DIMENSIONS, "sha256": sha256}))
    return folder
