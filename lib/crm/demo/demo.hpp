// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/contact.hpp"

namespace crm
{

/// The made-up own company of `crm init --demo`: a trader in tools in Hamburg.
ContactData demo_company();

/// Fills a new database that has its own company with staff, customers, suppliers and prospects and
/// their people, a year of conversations and of trade: about 40 companies, 70 people and 90 sales
/// for each unit of `scale`. The same on every run.
/// Nobody in it exists: phones are those the Bundesnetzagentur keeps free for films, e-mails end in
/// .example, names are drawn at random. Works inside the caller's transaction.
void make_demo(Store& store, int scale, Date today);

} // namespace crm
