"""What every small-net training shares: two optimisers (sparse tables, the rest), the rate's course, averaged weights."""
import torch
import torch.nn as nn


class Optimiser:
    def __init__(self, net, rate, decay=1e-4, warm=200, power=0.7):
        sparse = net.sparse_parameters()
        own = {id(p) for p in sparse}
        self.dense = [p for p in net.parameters() if id(p) not in own]
        self.parts = [torch.optim.AdamW(self.dense, lr=rate, betas=(0.9, 0.95), weight_decay=decay), torch.optim.SparseAdam(sparse, lr=rate, betas=(0.9, 0.95))]
        self.rate, self.warm, self.power, self.steps = rate, warm, power, 0

    def step(self, loss, progress):
        rate = max(1e-5, self.rate * min(1, self.steps / self.warm) * (1 - progress) ** self.power)
        for part in self.parts:
            for group in part.param_groups:
                group["lr"] = rate
            part.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.dense, 2.0)
        for part in self.parts:
            part.step()
        self.steps += 1


class Average:
    """Exponential average of the weights, taken every 20 steps; short at first."""

    def __init__(self, net, every=20, longest=0.98):
        self.every, self.longest = every, longest
        self.state = {k: v.clone() for k, v in net.state_dict().items()}

    def update(self, net, steps):
        if steps % self.every:
            return
        turn = steps / self.every
        keep = min(self.longest, turn / (turn + 10))
        for k, v in net.state_dict().items():
            self.state[k].lerp_(v, 1 - keep)

    def lend(self, net):
        """Put the average into the net; returns what was there."""
        own = {k: v.clone() for k, v in net.state_dict().items()}
        net.load_state_dict(self.state)
        return own
