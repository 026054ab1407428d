// Identifiers of official Dutch publications, taken apart and put together.
//
// In: an identifier as the official repository spells it, or as a text prints it. Out: its parts,
// and from parts the canonical spelling; print(parse(id)) is id. Method: split at hyphens,
// recognise each part by its shape; no pattern engine.
//
//   "kst-32123-XVI-30-b1" -> dossier "32123", suffix "XVI", number "30", annex 1
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace letterkit {

/// The parts of an identifier. Text parts that a kind does not have are empty, numbers 0.
struct PaperId {
  enum class Kind {
    kst,    ///< parliamentary paper: kst-33279-40, kst-32123-XVI-30, kst-33802-C, kst-36600-C-12,
            ///< kst-36600-B-K, kst-21501-02-A, kst-23908-R1519-103, kst-CII-A,
            ///< kst-20032004-00063-VII-A-h1
    blg,    ///< annex with its own number: blg-929506
    ah,     ///< answered questions (Aanhangsel van de Handelingen): ah-tk-20242025-1244
    kv,     ///< questions: kv-tk-2010Z06025, kv-tk-20062007-KVR27039
    h,      ///< proceedings: h-tk-20102011-45-8; older ones end in pages: h-tk-19981999-3123-3145
    nds,    ///< paper without dossier: nds-tk-2014D45599
    stcrt,  ///< government gazette: stcrt-2018-49440, stcrt-2001-245-p12-SC32456
    stb,    ///< bulletin of acts: stb-2010-350
    trb,    ///< treaty series; this and the next four: year and number
    gmb,
    wsb,
    prb,
    bgr,
  };

  Kind kind = Kind::kst;
  std::string chamber;  ///< "tk", "ek" or "vv" (joint session)
  std::string session;  ///< "20202021"
  std::string year;     ///< "2018"
  std::string dossier;  ///< "33279", "00063", "CII"
  std::string suffix;   ///< chapter "XVI", series "02", fund "C", kingdom act "R1519"
  std::string number;   ///< "40", "188b", "F", "2014D45599", "KVR27039"
  std::string item;     ///< agenda item or pages of proceedings, page of an old gazette
  int annex = 0;        ///< 1 for "-b1"
  int reprint = 0;      ///< 1 for "-h1"
  int correction = 0;   ///< 1 for "-n1"
  /// The parts may be divided otherwise: printed without "kst-", "21501-33" may be a dossier or its
  /// number 33, "35302-F" a dossier of a fund or number F; "kst-21501-02" and "kst-32123-XVI" lack
  /// a number or have an odd one. The reading given is dossier and number.
  bool ambiguous = false;

  bool operator==(const PaperId&) const = default;
};

/// Reads an identifier with its prefix, the prefix in any case ("Stcrt-2018-49440"). Null when the
/// text is anything else, or goes on behind it.
std::optional<PaperId> parse_paper_id(std::string_view text);

/// As parse_paper_id, and also a parliamentary paper printed without prefix: "35925-VI-56".
std::optional<PaperId> parse_printed_id(std::string_view text);

/// The canonical spelling: the prefix in lower case, -b before -h before -n.
std::string print_paper_id(const PaperId& id);

/// "kst-32123-XVI-30" from the parts that a paper's head or a citation prints: dossier without
/// space
/// ("33279", "CII"), suffix ("XVI", "02", "(R1635)"), number ("40", "16b", "F"). Null when they
/// make no identifier, as the double number of a joint paper ("A;3") does.
std::optional<std::string> make_kst_id(std::string_view dossier,
                                       std::optional<std::string_view> suffix,
                                       std::string_view number);

/// "ah-tk-20202021-3235", "h-tk-20102011-45-8" from chamber "tk" or "ek", years "2020-2021", number
/// and, for proceedings, an item or nothing. Null when they make no identifier.
std::optional<std::string> make_session_id(PaperId::Kind kind, std::string_view chamber,
                                           std::string_view years, std::string_view number,
                                           std::string_view item = {});

/// "stcrt-2018-49440" from year and number. Null when they make no identifier.
std::optional<std::string> make_year_id(PaperId::Kind kind, std::string_view year,
                                        std::string_view number);

}  // namespace letterkit
