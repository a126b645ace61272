#include "faces/ordered_workers.h"

#include <gtest/gtest.h>

#include <chrono>

namespace gesta {
namespace {

TEST(OrderedWorkers, DeliversInOrderForEveryNumberOfThreads) {
  for (const unsigned threads : {1u, 2u, 7u}) {
    std::vector<int> got;
    {
      OrderedWorkers<int, int> workers(
          threads,
          [](int&& item) {
            if (item % 5 == 0) std::this_thread::sleep_for(std::chrono::microseconds(300));
            return item * 2;
          },
          [&](int&& outcome) { got.push_back(outcome); });
      for (int i = 0; i < 200; ++i) workers.add(i);
    }
    ASSERT_EQ(got.size(), 200u);
    for (int i = 0; i < 200; ++i) EXPECT_EQ(got[static_cast<size_t>(i)], 2 * i);
  }
}

}  // namespace
}  // namespace gesta
