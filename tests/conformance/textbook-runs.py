"""Runs of four small machines as Arpaci-Dusseau's simulators draw them (Operating Systems: Three Easy Pieces, homework of
chapters 15, 16, 18 and 20), written down a second time. The first three draw their numbers in the simulators' own order,
so that a seed gives the run that is recorded; the fourth draws tables of its own.

Each line of standard input is `{"kind": …, "config": …}`, and each line of standard output that run's record.
"""
import json
import random
import sys


def between(low, high):
    return int(low + (high - low) * random.random())


def place(psize, length, is_free=lambda base: True):
    while True:
        base = int(psize * random.random())
        if base + length < psize and is_free(base):
            return base


def addresses(config):
    return [int(config["asize"] * random.random()) for _ in range(config["n"])]


def step(address, physical):
    fault = {"va": hex(address), "result": "fault"}
    return fault if physical is None else {"va": hex(address), "result": "valid", "pa": hex(physical)}


def relocation(config):
    asize = config["asize"]
    limit = between(asize / 4, asize / 2)
    base = place(config["psize"], limit)
    trace = [step(at, base + at if at < limit else None) for at in addresses(config)]
    return {"base": hex(base), "limit": limit, "trace": trace}


def segmentation(config):
    asize, psize = config["asize"], config["psize"]
    first, second = between(asize / 4, asize / 2), between(asize / 4, asize / 2)
    base = place(psize, first)
    low = place(psize, second, lambda at: base > at + second or base + first < at)
    end = low + second

    def physical(at):
        if at < asize // 2:
            return base + at if at < first else None
        return end - (asize - at) if asize - at <= second else None

    segments = [
        {"name": "SEG0", "base": hex(base), "limit": first, "grows": "positive"},
        {"name": "SEG1", "base": hex(end), "limit": second, "grows": "negative"},
    ]
    return {"segments": segments, "trace": [step(at, physical(at)) for at in addresses(config)]}


def linear(config):
    size = config["page_size"]
    frame_count, taken, table = config["psize"] // size, set(), []
    while len(table) < config["asize"] // size:
        if random.random() * 100 <= 100 - config["used_percent"]:
            table.append(None)
            continue
        frame = int(frame_count * random.random())
        if frame not in taken:
            taken.add(frame)
            table.append(frame)

    def physical(at):
        frame = table[at // size]
        return None if frame is None else frame * size + at % size

    entries = ["0x%08x" % (0 if frame is None else 1 << 31 | frame) for frame in table]
    return {"page_table": entries, "trace": [step(at, physical(at)) for at in addresses(config)]}


def multilevel(config):
    """128 frames of 32 bytes; an entry is one byte, its highest bit says that it is valid."""
    memory = [[random.randrange(31) for _ in range(32)] for _ in range(128)]
    free = random.sample(range(128), 128)
    root = free.pop()
    memory[root] = [0x7F] * 32
    pages = random.sample(range(1024), config["allocated"])
    for page in pages:
        if memory[root][page >> 5] == 0x7F:
            table = free.pop()
            memory[root][page >> 5] = 0x80 | table
            memory[table] = [0x7F] * 32
        memory[memory[root][page >> 5] & 0x7F][page & 31] = 0x80 | free.pop()
    wanted = [random.choice(pages) * 32 + random.randrange(32) for _ in range(config["n"])]
    wanted += [random.randrange(1 << 15) for _ in range(config["n"])]

    def walk(at):
        directory, index, offset = at >> 10, at >> 5 & 31, at & 31
        entry = memory[root][directory]
        told = {"va": hex(at), "pde_index": directory, "pde": hex(entry), "result": "fault"}
        if entry < 0x80:
            return told
        last = memory[entry & 0x7F][index]
        told |= {"pte_index": index, "pte": hex(last)}
        if last < 0x80:
            return told
        frame = last & 0x7F
        return told | {"result": "valid", "pa": hex(frame * 32 + offset), "value": hex(memory[frame][offset])}

    trace = [walk(at) for at in wanted]
    return {"pdbr_page": root, "memory": [bytes(page).hex() for page in memory], "trace": trace}


for line in sys.stdin:
    asked = json.loads(line)
    random.seed(asked["config"]["seed"])
    run = globals()[asked["kind"].removeprefix("textbook-")]
    print(json.dumps(asked | run(asked["config"])))
