using System.Buffers;
using System.Globalization;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>Turns records into incidents, or into every reason against them.</summary>
internal sealed class IncidentRowReader
{
    private const int MostReferenceChars = 200;
    private const int MostWordsChars = 4000;
    private const decimal MostRupees = 100_000_000_000;

    // A spreadsheet runs what begins with these.
    private const string FormulaMarks = "=+-@";

    private static readonly SearchValues<char> s_notText = SearchValues.Create(
        [TextSource.Undecodable, '\x7F', .. Enumerable.Range(0, 32).Select(code => (char)code).Except(['\t', '\n', '\r'])]);

    private static readonly ImportField[] s_codedFields =
        [ImportField.JurisdictionCode, ImportField.State, ImportField.District, ImportField.Station, ImportField.HeadCode, ImportField.SourceReference];

    private readonly FileLayout _layout;
    private readonly string _source;
    private readonly ImportTally _tally;
    private readonly StatuteIndex _statutes;
    private readonly HeadIndex _heads;
    private readonly HashSet<short> _sensitive;
    private readonly OccurrenceColumns _times;
    private readonly PlaceColumns _places;

    public IncidentRowReader(FileLayout layout, string source, ImportReferences references, Viewer viewer, DateOnly today, ImportTally tally)
    {
        (_layout, _source, _tally) = (layout, source, tally);
        var reference = references.Data;
        _statutes = new StatuteIndex(references.Statutes);
        _heads = new HeadIndex(reference.Heads, _statutes);
        _sensitive = [.. reference.Heads.All.Where(head => reference.Heads.SelfAndAncestors(head.Id).Any(node => node.IsSensitive)).Select(head => head.Id)];
        _times = new OccurrenceColumns(layout, today, tally);
        _places = new PlaceColumns(layout, reference.Jurisdictions, references.Shapes, viewer, tally);
        Rejects = new RowRejects(layout);
    }

    /// <summary>Reasons against the row last read.</summary>
    public RowRejects Rejects { get; }

    /// <summary>Looks through the beginning of the file before its first row is judged.</summary>
    public void Sample(CsvRecordReader sample) => _times.Sample(sample);

    public void Close() => _times.Close();

    /// <returns>Null when <see cref="Rejects"/> tells why.</returns>
    public Incident? Read(CsvRecordReader record)
    {
        Rejects.Clear();
        Rejects.IsWithheld = true;
        if (!IsWellFormed(record))
            return null;
        var registered = ReadHead(record);
        var head = registered?.Value;
        Rejects.IsWithheld = head is null || _sensitive.Contains(head.Id);
        RejectFormulas(record);
        // Every column is read, also after a fault: all reasons against a row are told at once.
        var times = _times.Read(record, Rejects);
        var place = _places.Read(record, Rejects);
        var incident = Assemble(record, head?.Id ?? 0, times, place);
        if (Rejects.Any)
            return null;
        if (registered is { Act: { } act } && !_statutes.IsInForce(act, times.On))
            _tally.Warn(ImportWarning.StatuteNotInForce, _layout.NameOf(ImportField.HeadCode));
        return incident;
    }

    private Incident Assemble(CsvRecordReader record, short headId, Occurrence times, Placement place)
    {
        var (victimGender, victimAge) = ReadPerson(record, ImportField.VictimGender, ImportField.VictimAge);
        var (offenderGender, offenderAge) = ReadPerson(record, ImportField.OffenderGender, ImportField.OffenderAge);
        if (!CodeLists.TryStatus(Cell(record, ImportField.Status), out var status))
            Rejects.Add(record, ImportField.Status, RejectReason.StatusUnknown);
        return new Incident
        {
            Source = _source,
            SourceReference = ReadReference(record),
            JurisdictionOrdinal = place.Ordinal,
            HeadId = headId,
            OccurredOn = times.On,
            OccurredAt = times.At,
            OccurredUntil = times.Until,
            ReportedOn = times.ReportedOn,
            Place = place.Point,
            Precision = place.Precision,
            VictimGender = victimGender,
            VictimAgeBand = victimAge,
            OffenderGender = offenderGender,
            OffenderAgeBand = offenderAge,
            Status = status,
            PropertyValueRupees = ReadRupees(record),
            ModusOperandi = ReadWords(record),
        };
    }

    private bool IsWellFormed(CsvRecordReader record)
    {
        if (record.Fault != CsvFault.None)
            Rejects.AddRow(record, record.Fault == CsvFault.TooLong ? RejectReason.RowTooLong : RejectReason.QuoteUnbalanced);
        else if (record.CellCount != _layout.ColumnCount && !HasOnlyBlanksBeyond(record))
            Rejects.AddRow(record, RejectReason.ColumnCount, string.Create(CultureInfo.InvariantCulture, $"{record.CellCount} / {_layout.ColumnCount}"));
        else if (record.Text.ContainsAny(s_notText))
            RejectNotText(record);
        return !Rejects.Any;
    }

    private bool HasOnlyBlanksBeyond(CsvRecordReader record)
    {
        if (record.CellCount < _layout.ColumnCount)
            return false;
        for (var i = _layout.ColumnCount; i < record.CellCount; i++)
            if (!record[i].IsEmpty)
                return false;
        return true;
    }

    private void RejectNotText(CsvRecordReader record)
    {
        foreach (var field in ImportFields.All)
        {
            if (_layout[field] is not { } column)
                continue;
            var found = column.Raw(record).IndexOfAny(s_notText);
            if (found >= 0)
                Rejects.Add(record, field, column.Raw(record)[found] == TextSource.Undecodable ? RejectReason.EncodingInvalid : RejectReason.ControlCharacters);
        }
    }

    private void RejectFormulas(CsvRecordReader record)
    {
        foreach (var field in s_codedFields)
            if (Cell(record, field) is [var first, ..] && FormulaMarks.Contains(first))
                Rejects.Add(record, field, RejectReason.FormulaLike);
    }

    private Resolution<CrimeHead>? ReadHead(CsvRecordReader record)
    {
        var text = Cell(record, ImportField.HeadCode);
        if (text.IsEmpty)
        {
            Rejects.Add(record, ImportField.HeadCode, RejectReason.ValueMissing);
            return null;
        }

        var found = _heads.Find(text);
        if (found.Reason is { } reason)
            Rejects.Add(record, ImportField.HeadCode, FormulaMarks.Contains(text[0]) ? RejectReason.FormulaLike : reason, found.Suggestion);
        else if (found.CorrectedFrom is { } written)
            _tally.Correct(_layout.NameOf(ImportField.HeadCode), written, found.Value!.Code);
        return found;
    }

    private (Gender Gender, AgeBand Age) ReadPerson(CsvRecordReader record, ImportField genderField, ImportField ageField)
    {
        if (!CodeLists.TryGender(Cell(record, genderField), out var gender))
            Rejects.Add(record, genderField, RejectReason.GenderUnknown);
        if (!CodeLists.TryAge(Cell(record, ageField), out var age))
            Rejects.Add(record, ageField, RejectReason.AgeInvalid);
        return (gender, age);
    }

    private string ReadReference(CsvRecordReader record)
    {
        var text = Cell(record, ImportField.SourceReference);
        if (text.Length > MostReferenceChars)
            Rejects.Add(record, ImportField.SourceReference, RejectReason.ValueTooLong);
        return text.ToString();
    }

    /// <summary>Whole rupees: 1234567, 12,34,567, ₹ 12,34,567.50, Rs. 500/-.</summary>
    private long? ReadRupees(CsvRecordReader record)
    {
        var text = Cell(record, ImportField.PropertyValue);
        if (text.IsEmpty)
            return null;
        if (text[0] is '₹')
            text = text[1..];
        else if (text.StartsWith("Rs.", StringComparison.OrdinalIgnoreCase) || text.StartsWith("INR", StringComparison.OrdinalIgnoreCase))
            text = text[3..];
        if (text.EndsWith("/-"))
            text = text[..^2];
        if (!decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var rupees))
            Rejects.Add(record, ImportField.PropertyValue, RejectReason.NumberInvalid);
        else if (rupees is < 0 or > MostRupees)
            Rejects.Add(record, ImportField.PropertyValue, RejectReason.AmountInvalid);
        else
            return (long)Math.Round(rupees, MidpointRounding.AwayFromZero);
        return null;
    }

    // Words are kept even when they look like a formula, without what makes them one.
    private string? ReadWords(CsvRecordReader record)
    {
        var text = Cell(record, ImportField.ModusOperandi);
        if (text is [var first, ..] && FormulaMarks.Contains(first))
        {
            text = text.TrimStart(FormulaMarks + " ");
            _tally.Warn(ImportWarning.FormulaNeutralised, _layout.NameOf(ImportField.ModusOperandi));
        }

        if (text.Length > MostWordsChars)
            Rejects.Add(record, ImportField.ModusOperandi, RejectReason.ValueTooLong);
        if (text.IsEmpty)
            return null;
        var words = PersonalData.Blot(text);
        if (words is not null)
            _tally.Warn(ImportWarning.PersonalDataBlotted, _layout.NameOf(ImportField.ModusOperandi));
        return words ?? text.ToString();
    }

    private ReadOnlySpan<char> Cell(CsvRecordReader record, ImportField field) => _layout.Read(record, field);
}
