using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using CrimeInsight.Core.Import.Preparing;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>
/// Turns rows into incidents, or into every reason against them: pure, from any source whose columns a mapping reads. One
/// judge judges one source, for it counts what the report tells.
/// </summary>
public sealed partial class IncidentJudge
{
    private const int MostReferenceChars = 200;
    private const int MostWordsChars = 4000;

    // A spreadsheet runs what begins with these.
    private const string FormulaMarks = "=+-@";

    private static readonly SearchValues<char> s_notText = SearchValues.Create(
        [TextSource.Undecodable, '\x7F', .. Enumerable.Range(0, 32).Select(code => (char)code).Except(['\t', '\n', '\r'])]);

    private static readonly ImportField[] s_codedFields =
        [ImportField.JurisdictionCode, ImportField.State, ImportField.District, ImportField.Station, ImportField.HeadCode, ImportField.Sections,
            ImportField.Act, ImportField.SourceReference];

    private readonly FileLayout _layout;
    private readonly string _source;
    private readonly HeadColumns _heads;
    private readonly CrimeHeadTree _tree;
    private readonly OccurrenceColumns _times;
    private readonly PlaceColumns _places;
    private readonly RowRejects _rejects;
    private readonly RowHash _rowHash = new();
    private readonly PersonColumns _people;
    private readonly StatusColumn _status;
    private readonly RupeeColumn _rupees;
    private readonly SourceCells _cells;
    private readonly RowPasser _passer;
    private Placement _place;
    private bool _isKnown;

    /// <param name="layout">Columns of the source, as a mapping reads them.</param>
    /// <param name="source">Within which references are unique.</param>
    /// <param name="viewer">Rows outside their jurisdictions are rejected.</param>
    /// <param name="today">In India; nothing can be later.</param>
    public IncidentJudge(FileLayout layout, string source, ImportReferences references, Viewer viewer, DateOnly today)
    {
        (_layout, _source) = (layout, source);
        Tally = new ImportTally(layout.Preparing);
        var reference = references.Data;
        _heads = new HeadColumns(layout, reference.Heads, references.Statutes, Tally);
        _tree = reference.Heads;
        _times = new OccurrenceColumns(layout, today, Tally);
        _places = new PlaceColumns(layout, references, viewer, Tally);
        _rejects = new RowRejects(layout);
        _people = new PersonColumns(layout, Tally);
        _status = new StatusColumn(layout, Tally);
        _rupees = new RupeeColumn(layout, Tally);
        _cells = new SourceCells(layout);
        _passer = new RowPasser(layout, Tally);
        foreach (var name in layout.IgnoredColumns.Where(PersonalData.IsColumn))
            Tally.Warn(ImportWarning.PersonalColumnIgnored, name, 0);
    }

    /// <summary>What was judged so far.</summary>
    public ImportTally Tally { get; }

    /// <summary>Judges every row of a file as it is read.</summary>
    /// <exception cref="ImportRefusedException">There is no row.</exception>
    public IEnumerable<JudgedRow> JudgeAll(IncidentFile file)
    {
        _times.Begin(file);
        while (file.Rows.Read())
            if (_passer.IsCase(file.Rows.Current))
                yield return Judge(file.Rows.Current);
        _times.Close();
        if (Tally.Rows == 0)
            throw new ImportRefusedException(FileProblem.HeaderOnly);
    }

    internal JudgedRow Judge(in RawRow record)
    {
        if (!(_layout.Plan.Cleanses || _layout.IsOfRejects) || !RowCleaner.IsNeeded(record, _layout.IsOfRejects))
            return JudgeClean(record);
        if (_layout.Plan.Cleanses && !_layout.IsOfRejects)
            Tally.Preparing.Count(PreparationStep.Cleansing, "");
        return JudgeClean(RowCleaner.Clean(record, _layout.IsOfRejects));
    }

    private JudgedRow JudgeClean(in RawRow record)
    {
        var incident = Read(record);
        Tally.EndRow(incident is not null);
        if (incident is not null)
        {
            Accept(record.Row, incident);
            return new JudgedRow(record.Row, incident, []);
        }

        Tally.Preparing.Reject();
        Tally.Reject(_rejects.All);
        return new JudgedRow(record.Row, null, [.. _rejects.All]) { Source = _cells.Of(record, _rejects.IsWithheld, _isKnown) };
    }

    // Of a protected case neither an exact place is kept nor the station's point taken for one.
    private void Accept(long row, Incident incident)
    {
        var isProtected = VictimProtection.Covers(incident, _tree);
        var known = _place.KnownAs(isProtected);
        if (known == PlaceKnown.StationPoint)
            Tally.Preparing.Note(PreparationStep.Imputation, _layout.NameOf(ImportField.Latitude), default, _place.Named!.Code);
        Tally.Preparing.Accept(row, incident, known, isProtected);
    }

    private Incident? Read(in RawRow record)
    {
        _rejects.Clear();
        _isKnown = false;
        if (!IsWellFormed(record))
        {
            _rejects.Withhold();
            return null;
        }

        // Every column is read, also after a fault: all reasons against a row are told at once.
        var times = _times.Read(record, _rejects);
        var verdict = _heads.Read(record, times.On, _rejects);
        RejectFormulas(record);
        _place = _places.Read(record, _rejects, times.On);
        var incident = Assemble(record, verdict, times, _place);
        if (!_rejects.Any)
            return incident;
        // An offence, an age or a gender (minor grl) that cannot be read may be that of a child.
        var isDoubtful = verdict?.Head is null || _rejects.All.Exists(reject => reject.Reason is RejectReason.AgeInvalid or RejectReason.GenderUnknown);
        _isKnown = !isDoubtful && VictimProtection.Covers(incident, _tree);
        if (isDoubtful || _isKnown)
            _rejects.Withhold();
        return null;
    }

    private Incident Assemble(in RawRow record, HeadVerdict? verdict, Occurrence times, Placement place)
    {
        var (victimGender, victimAge) = _people.Read(record, _rejects, ImportField.VictimGender, ImportField.VictimAge, times.On);
        var (offenderGender, offenderAge) = _people.Read(record, _rejects, ImportField.OffenderGender, ImportField.OffenderAge, times.On);
        var status = _status.Read(record, times, _rejects);
        var reference = ReadReference(record);
        return new Incident
        {
            Source = _source,
            SourceReference = reference,
            SourceRow = reference.Length == 0 ? _rowHash.Of(record) : null,
            JurisdictionOrdinal = place.Ordinal,
            HeadId = verdict is { Head: not null } ? _heads.Settle(record, verdict, times.On) : (short)0,
            Sections = verdict?.Sections,
            OccurredOn = times.On,
            OccurredAt = times.At,
            OccurredUntil = times.Until,
            ReportedOn = times.ReportedOn,
            Place = place.Point,
            Precision = place.Precision,
            VictimGender = victimGender,
            VictimAgeBand = victimAge.Band,
            OffenderGender = offenderGender,
            OffenderAgeBand = offenderAge.Band,
            InvolvesMinor = victimAge.IsMinor || offenderAge.IsMinor || verdict is { IsOfChild: true },
            Status = status,
            ChargesheetedOn = times.ChargesheetedOn,
            DisposedOn = times.DisposedOn,
            PropertyValueRupees = _rupees.Read(record, _rejects),
            ModusOperandi = ReadWords(record),
        };
    }

    private bool IsWellFormed(in RawRow record)
    {
        if (record.Fault != CsvFault.None)
            _rejects.AddRow(record, record.Fault == CsvFault.TooLong ? RejectReason.RowTooLong : RejectReason.QuoteUnbalanced);
        else if (record.CellCount != _layout.ColumnCount && !HasOnlyBlanksBeyond(record))
            _rejects.AddRow(record, RejectReason.ColumnCount, string.Create(CultureInfo.InvariantCulture, $"{record.CellCount} / {_layout.ColumnCount}"));
        else if (record.Text.ContainsAny(s_notText))
            RejectNotText(record);
        else if (_layout.IsOfRejects)
            RejectWithheld(record);
        return !_rejects.Any;
    }

    private bool HasOnlyBlanksBeyond(in RawRow record)
    {
        if (record.CellCount < _layout.ColumnCount)
            return false;
        for (var i = _layout.ColumnCount; i < record.CellCount; i++)
            if (!record[i].IsEmpty)
                return false;
        return true;
    }

    private void RejectNotText(in RawRow record)
    {
        foreach (var field in ImportFields.All)
        {
            if (_layout[field] is not { } column)
                continue;
            var found = column.Raw(record).IndexOfAny(s_notText);
            if (found < 0)
                continue;
            var isUndecodable = column.Raw(record)[found] == TextSource.Undecodable;
            _rejects.Add(record, field, isUndecodable ? RejectReason.EncodingInvalid : RejectReason.ControlCharacters);
        }
    }

    // Mended rows whose place or words were blotted out: storing the marks would lose what the source has.
    private void RejectWithheld(in RawRow record)
    {
        foreach (var field in ImportFields.All)
            if (_layout[field] is { } column && column.Raw(record).SequenceEqual(PersonalData.Blotted))
                _rejects.Add(record, field, RejectReason.ValueWithheld);
    }

    private void RejectFormulas(in RawRow record)
    {
        foreach (var field in s_codedFields)
            if (Cell(record, field) is [var first, ..] && FormulaMarks.Contains(first))
                _rejects.Add(record, field, RejectReason.FormulaLike);
    }

    private string ReadReference(in RawRow record)
    {
        var text = Cell(record, ImportField.SourceReference);
        if (text.Length > MostReferenceChars)
            _rejects.Add(record, ImportField.SourceReference, RejectReason.ValueTooLong);
        else if (RoundedNumber().IsMatch(text))
            _rejects.Add(record, ImportField.SourceReference, RejectReason.ReferenceRounded);
        return text.ToString();
    }

    // Words are kept even when they look like a formula, without what makes them one.
    private string? ReadWords(in RawRow record)
    {
        var text = Cell(record, ImportField.ModusOperandi);
        if (text is [var first, ..] && FormulaMarks.Contains(first))
        {
            text = text.TrimStart(FormulaMarks + " ");
            Tally.Warn(ImportWarning.FormulaNeutralised, _layout.NameOf(ImportField.ModusOperandi));
        }

        if (text.Length > MostWordsChars)
            _rejects.Add(record, ImportField.ModusOperandi, RejectReason.ValueTooLong);
        if (text.IsEmpty)
            return null;
        var words = PersonalData.Blot(text);
        if (words is not null)
            Tally.Warn(ImportWarning.PersonalDataBlotted, _layout.NameOf(ImportField.ModusOperandi));
        return words ?? text.ToString();
    }

    // 1.23457E+14: a spreadsheet has kept six digits of fifteen, alone or as a part of a reference.
    [GeneratedRegex(@"(?<![\w.,])(?:\d+(?:[.,]\d+)?[Ee]\+|\d[.,]\d+[Ee])\d{1,3}(?![\w.,])")]
    private static partial Regex RoundedNumber();

    private ReadOnlySpan<char> Cell(in RawRow record, ImportField field) => _layout.Read(record, field);
}
