using CrimeInsight.Core.Import.Preparing;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Statutes;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>Reads what a case is counted as, and all its sections. A text seen before costs a look-up.</summary>
internal sealed class HeadColumns
{
    // A spreadsheet runs what begins with these.
    private const string FormulaMarks = "=+-@";
    private const int MostShortChars = 512;
    private const char Between = '\u001F';

    private readonly FileLayout _layout;
    private readonly ImportTally _tally;
    private readonly HeadIndex _heads;
    private readonly HeadWords _words;
    private readonly string _sectionsHeading;
    private readonly string _headHeading;
    private readonly Dictionary<string, HeadVerdict> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HeadVerdict>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    public HeadColumns(FileLayout layout, CrimeHeadTree tree, IEnumerable<StatuteSection> statutes, ImportTally tally)
    {
        (_layout, _tally) = (layout, tally);
        _heads = new HeadIndex(tree, new StatuteIndex(statutes, tree));
        _words = new HeadWords(tree);
        _bySpan = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        // "Sections (BNS)": the heading says the act, unless it names several.
        (_sectionsHeading, _headHeading) = (HeadingActs(ImportField.Sections), HeadingActs(ImportField.HeadCode));
    }

    /// <summary>The head, with its reject when there is none.</summary>
    /// <param name="day">Of the offence.</param>
    public HeadVerdict? Read(in RawRow record, DateOnly day, RowRejects rejects)
    {
        var text = _layout.Read(record, ImportField.HeadCode);
        var sections = _layout.Read(record, ImportField.Sections);
        if (text.IsEmpty && sections.IsEmpty)
        {
            rejects.AddFirst(record, _layout[ImportField.HeadCode] is null ? ImportField.Sections : ImportField.HeadCode, RejectReason.ValueMissing);
            return null;
        }

        var verdict = Find(text, sections, _layout.Read(record, ImportField.Act), day);
        if (verdict is { CorrectedFrom: not null, Head: { } meant } && !_layout.Plan.CorrectsNames)
            rejects.AddFirst(record, verdict.Field, RejectReason.HeadUnknown, meant.Code);
        if (verdict.Reason is not { } reason)
            return verdict;
        var isFormula = verdict.Field == ImportField.HeadCode && !text.IsEmpty && FormulaMarks.Contains(text[0]);
        rejects.AddFirst(record, verdict.Field, isFormula ? RejectReason.FormulaLike : reason, verdict.Suggestion);
        return verdict;
    }

    /// <summary>The head that counts, after what the row says beside its sections; notes what the report tells of it.</summary>
    public short Settle(in RawRow record, HeadVerdict verdict, DateOnly day)
    {
        var head = verdict.Head!;
        var column = _layout.NameOf(verdict.Field);
        if (verdict.CorrectedFrom is { } written)
            _tally.Correct(column, written, head.Code);
        if (verdict.Shared.Count > 1)
        {
            if ((_words.Find(_layout.Read(record, ImportField.HeadHint), verdict.Shared)
                 ?? _words.Find(_layout.Read(record, verdict.Field), verdict.Shared)) is { } told)
                head = told;
            else
                _tally.Warn(ImportWarning.SectionShared, column);
        }

        if (verdict.IsActAssumed)
            _tally.Warn(ImportWarning.StatuteAssumed, column);
        if (verdict.HasUnknown)
            _tally.Warn(ImportWarning.SectionUnknown, column);
        if (verdict.IsOutOfForce(day))
            _tally.Warn(ImportWarning.StatuteNotInForce, column);
        if (verdict.CorrectedFrom is null)
            NoteMeaning(record, head.Code);
        return head.Id;
    }

    // By its name, an alias or its sections.
    private void NoteMeaning(in RawRow record, string code)
    {
        var field = ImportField.HeadCode;
        var text = _layout.Read(record, field);
        if (text.IsEmpty)
            text = _layout.Read(record, field = ImportField.Sections);
        if (!text.SequenceEqual(code))
            _tally.Preparing.Note(PreparationStep.Categories, _layout.NameOf(field), text, code);
    }

    private HeadVerdict Find(ReadOnlySpan<char> text, ReadOnlySpan<char> sections, ReadOnlySpan<char> acts, DateOnly day)
    {
        // A heading says nothing of an empty cell.
        if (acts.IsEmpty)
            acts = !sections.IsEmpty && _sectionsHeading.Length > 0 ? _sectionsHeading : text.IsEmpty ? "" : _headHeading;
        var length = text.Length + sections.Length + acts.Length + 3;
        var key = length <= MostShortChars ? stackalloc char[length] : new char[length];
        key[0] = StatuteActs.PenalCodeOn(day).Code[0];
        text.CopyTo(key[1..]);
        key[text.Length + 1] = Between;
        sections.CopyTo(key[(text.Length + 2)..]);
        key[text.Length + sections.Length + 2] = Between;
        acts.CopyTo(key[(text.Length + sections.Length + 3)..]);
        if (_bySpan.TryGetValue(key, out var known))
            return known;
        // A file of nothing but different wrong names must not fill the memory.
        if (_known.Count >= JurisdictionIndex.MostRemembered)
            _known.Clear();
        var found = _heads.Find(text.ToString(), sections.ToString(), acts.ToString(), day);
        // The act may stand apart from head and sections, and beside a head that is named.
        if (SectionReader.ActsIn(acts.ToString()).Any(ProtectedSections.IsOfChildren))
            found = found with { IsOfChild = true };
        return _known[key.ToString()] = found;
    }

    private string HeadingActs(ImportField field) =>
        _layout[field] is { } column && SectionReader.ActsIn(column.Name) is [var act] ? act.Aliases[0] : "";
}
