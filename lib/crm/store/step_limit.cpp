// SPDX-License-Identifier: MIT
#include "crm/store/step_limit.hpp"

#include "crm/store/state.hpp"

#include <sqlite3.h>

namespace crm
{

namespace
{

constexpr int steps_between_looks = 10'000;

int count_down(void* steps)
{
    auto& left = *static_cast<std::int64_t*>(steps);
    left -= steps_between_looks;
    return left < 0 ? 1 : 0;
}

} // namespace

StepLimit::StepLimit(Store& store, std::int64_t& left)
    : connection_(store.state().database.getHandle())
{
    sqlite3_progress_handler(connection_, steps_between_looks, count_down, &left);
}

StepLimit::~StepLimit()
{
    sqlite3_progress_handler(connection_, 0, nullptr, nullptr);
}

} // namespace crm
