// SPDX-License-Identifier: MIT
#include "crm/stock/fifo.hpp"
#include "tests/unit/stock/stocking.hpp"

#include <doctest/doctest.h>

using namespace crm;
using namespace crm::test;

namespace
{

LayerMove in(std::int64_t id, const char* quantity, const char* cost)
{
    return {id, units(quantity), worth_of(units(quantity), price(cost)), std::nullopt};
}

LayerMove out(std::int64_t id, const char* quantity)
{
    return {id, -units(quantity), worth_of(units(quantity), price("99")), std::nullopt};
}

std::string worth(const FifoLayers& layers)
{
    return layers.value() ? to_string(*layers.value()) : "-";
}

} // namespace

TEST_CASE("fifo: what came first goes first")
{
    FifoLayers layers;
    layers.move(in(1, "100", "10"));
    layers.move(in(2, "50", "12"));
    layers.move(out(3, "120"));
    CHECK(to_string(layers.on_hand()) == "30");
    CHECK(worth(layers) == "360.00");
    CHECK(to_string(*layers.unit_cost()) == "12.00");
}

TEST_CASE("fifo: what comes back lies where it was")
{
    FifoLayers layers;
    layers.move(in(1, "10", "1"));
    layers.move(in(2, "10", "2"));
    layers.move(out(3, "15"));
    layers.move({4, units("6"), worth_of(units("6"), price("99")),
                 3}); // 5 of the second layer, 1 of the first
    CHECK(worth(layers) == "21.00");
    layers.move(out(5, "1"));
    CHECK(worth(layers) == "20.00");
    layers.move({6, units("10"), worth_of(units("10"), price("3")),
                 3}); // 9 were still away; one more than that
    CHECK(worth(layers) == "32.00");
}

TEST_CASE("fifo: what is sent back is of the layer that it came in")
{
    FifoLayers layers;
    layers.move(in(1, "10", "1"));
    layers.move(in(2, "10", "2"));
    layers.move({3, -units("4"), worth_of(units("4"), price("2")), 2});
    CHECK(worth(layers) == "22.00");
    layers.move({4, -units("8"), worth_of(units("8"), price("2")), 2}); // only 6 are left of it
    CHECK(worth(layers) == "8.00");
}

TEST_CASE("fifo: what is owed is settled first")
{
    FifoLayers layers;
    layers.move({1, -units("5"), worth_of(units("5"), price("2")), std::nullopt});
    CHECK(worth(layers) == "-10.00");
    CHECK(to_string(*layers.unit_cost()) == "2.00");
    layers.move(in(2, "8", "3"));
    CHECK(to_string(layers.on_hand()) == "3");
    CHECK(worth(layers) == "9.00");
}

TEST_CASE("fifo: a cost that is not known is not 0")
{
    FifoLayers layers;
    layers.move({1, units("1"), std::nullopt, std::nullopt});
    layers.move(in(2, "1", "3"));
    CHECK(worth(layers) == "-");
    CHECK_FALSE(layers.unit_cost());
    layers.move(out(3, "1"));
    CHECK(worth(layers) == "3.00");
}

TEST_CASE("fifo: what is taken of a layer last takes what is left of its worth")
{
    FifoLayers layers;
    layers.move({1, units("3"), Worth{10'000'001}, std::nullopt}); // a third of it is 3333333.67
    layers.move(in(2, "1", "5"));
    layers.move(out(3, "1"));
    layers.move(out(4, "1"));
    CHECK(to_string(*layers.unit_cost()) == "2.6667");
    layers.move({5, units("2"), std::nullopt, 4}); // one more than it took
    CHECK(worth(layers) == "-");
    layers.move(out(6, "2"));
    CHECK(worth(layers) == "-");
    layers.move(out(7, "2"));
    CHECK(worth(layers) == "0.00");
}
