/// The papers for the family and for the files: application form, notice, undertaking, receipt, hand-over sheet,
/// supplement notice.
///
/// A `Paper` is data, in one language; `to_html` makes a page of it that prints on A4, `to_text` lines for a screen
/// or a line printer, `to_markdown` a text for a mail. The same plan or case gives the same bytes. Nothing here reads a
/// clock: dates to be written by hand are left blank.
///
/// \code
/// const auto form = birthcase::application_form(plan);
/// std::ofstream("form.html") << birthcase::to_html(form);
/// \endcode
#pragma once

#include <birthcase/case.hpp>
#include <birthcase/plan.hpp>
#include <birthcase/result.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace birthcase {

/// What papers are made of.
namespace paper {

/// Begins a part of a paper.
struct Heading {
  std::string text{};
  std::string remark{};  ///< beside it, small; may be empty

  friend bool operator==(const Heading&, const Heading&) = default;
};

struct Paragraph {
  enum class Tone : std::uint8_t { plain, strong, faint };
  std::string text{};
  Tone tone = Tone::plain;

  friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

/// A numbered list.
struct Points {
  std::vector<std::string> items{};

  friend bool operator==(const Points&, const Points&) = default;
};

/// Something to tick.
struct Choice {
  std::string label{};
  bool ticked = false;

  friend bool operator==(const Choice&, const Choice&) = default;
};

/// One box of a form: its label, and its content or what must be written into it.
struct Box {
  std::string fact{};  ///< for programs: `newborns[0].name`; empty if the entry is not a fact
  std::string label{};
  std::string value{};            ///< empty: to be filled in
  std::string remark{};           ///< beside the value: where it comes from; or what the blank box asks for
  bool required = false;          ///< the case cannot be accepted without it
  std::vector<Choice> choices{};  ///< instead of a value
  std::string pattern{};          ///< printed into a blank box: `年 月 日`

  friend bool operator==(const Box&, const Box&) = default;
};

/// A group of boxes.
struct Boxes {
  std::string title{};  ///< may be empty
  std::vector<Box> boxes{};

  friend bool operator==(const Boxes&, const Boxes&) = default;
};

struct Column {
  std::string heading{};
  int share = 1;           ///< of the width, relative to the other columns
  bool centred = false;    ///< numbers and ticks
  bool names_row = false;  ///< what the row is about, for those who hear the table read

  friend bool operator==(const Column&, const Column&) = default;
};

struct Cell {
  std::string text{};
  std::string remark{};  ///< below it, small; may be empty

  friend bool operator==(const Cell&, const Cell&) = default;
};

struct Table {
  std::string title{};  ///< may be empty
  std::vector<Column> columns{};
  std::vector<std::vector<Cell>> rows{};  ///< as many cells as columns

  friend bool operator==(const Table&, const Table&) = default;
};

/// Lines for people to sign on, each with a day.
struct Signatures {
  std::vector<std::string> people{};  ///< `申请人（签名）`

  friend bool operator==(const Signatures&, const Signatures&) = default;
};

using Block = std::variant<Heading, Paragraph, Points, Boxes, Table, Signatures>;

/// `label: value` under the title; without a value it is a line to write on.
struct HeadLine {
  std::string label{};
  std::string value{};

  friend bool operator==(const HeadLine&, const HeadLine&) = default;
};

}  // namespace paper

/// One paper.
struct Paper {
  Language language = Language::zh;
  std::string title{};
  std::string office{};  ///< above the title: whose paper it is
  std::vector<paper::HeadLine> head{};
  std::vector<paper::Block> blocks{};
  std::string foot{};     ///< below everything, small: what the marks mean
  std::string running{};  ///< at the foot of every printed page, with the number of the page

  friend bool operator==(const Paper&, const Paper&) = default;
};

/// The one application form (申请表), as far as it is filled in: every fact that is asked stands on it once, for each
/// newborn if it is a newborn's, in a blank box while it is unknown. A value known from elsewhere is printed too, with
/// its origin; facts that nobody must fill in are listed at the end. Three parts, one for each who signs: the family,
/// the birth attendant, the window. `case_id` is printed on it, if there is one.
Paper application_form(const Plan& plan, Language language = Language::zh, std::string_view case_id = {});

/// The one-time notice (一次性告知书): what to bring, whose and why; what may come later; what is still to be told to
/// the window and what depends on it; what need not be brought and why not; what is handled elsewhere, and where.
Paper notice(const Plan& plan, Language language = Language::zh, std::string_view case_id = {});

/// The undertaking to hand in later (容缺受理承诺书) what the case has been accepted without.
/// Error: `missing` if nothing is deferred, or everything deferred is here by now.
Result<Paper> deferral_undertaking(const Case& state, Language language = Language::zh);

/// The receipt (受理通知书): when the case was accepted; who does which step, by when, and how the result comes.
/// Error: `missing` for a case that has not been accepted.
Result<Paper> receipt(const Case& state, Language language = Language::zh);

/// The sheet that goes with an accepted case to one organisation (移交单), named by its id: its steps with the data of
/// their services and nothing more, the documents and how each gets there, lines for those who hand over and take over.
/// Errors: `unknown_name` for an organisation that the profile does not have; `missing` for a case that has not been
/// accepted, or has no step that this organisation decides.
Result<Paper> hand_over_sheet(const Case& state, std::string_view organisation, Language language = Language::zh);

/// The supplement notice (补正告知书): what the family must still tell or bring for which step, why, by when and how.
/// Error: `missing` for a case that has not been accepted, or whose family need not add anything now.
Result<Paper> supplement_notice(const Case& state, Language language = Language::zh);

/// The papers by name, for programs that let people choose: `application-form`, `notice`, `deferral-undertaking`,
/// `receipt`, `hand-over-sheet`, `supplement-notice`.
enum class PaperKind : std::uint8_t {
  application_form,
  notice,
  deferral_undertaking,
  receipt,
  hand_over_sheet,
  supplement_notice,
};
std::string_view to_string(PaperKind kind) noexcept;

/// One of the papers of a case; those of a draft go by its plan of `today`. `organisation` is the hand-over sheet's.
/// Errors: those of the functions above; `refused` for a case whose people are forgotten.
Result<Paper> paper_of(const Case& state, PaperKind kind, Date today, Language language = Language::zh,
                       std::string_view organisation = {});

/// The paper as plain text, UTF-8, in lines of at most `width` columns, of which a Chinese character takes two.
/// Words longer than a line are cut; a `width` below 80 counts as 80.
std::string to_text(const Paper& paper, std::size_t width = 90);

/// The paper as a page of HTML, UTF-8, that loads nothing and runs nothing: all texts escaped, control characters and
/// those that turn the direction of writing replaced by U+FFFD. It prints on A4.
std::string to_html(const Paper& paper);

/// The paper as GitHub's Markdown, UTF-8, for a mail or a wiki: what stands in it is never taken for markup.
std::string to_markdown(const Paper& paper);

}  // namespace birthcase
