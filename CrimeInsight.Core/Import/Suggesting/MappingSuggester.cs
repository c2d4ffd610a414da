using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Import.Understanding;

namespace CrimeInsight.Core.Import.Suggesting;

/// <summary>Suggests how a file is to be read, with how sure that is and why, from what its columns are called and hold.</summary>
public static class MappingSuggester
{
    private const double Named = 0.95, Held = 0.6, Doubtful = 0.5;
    private const double MostOfYear = 100_000;
    private const double IndiaSouth = 6, IndiaNorth = 38, IndiaWest = 68, IndiaEast = 98;

    /// <param name="name">Of the mapping.</param>
    public static ImportMapping Suggest(FileUnderstanding file, string name)
    {
        var columns = new Dictionary<string, ColumnMapping>();
        foreach (var column in file.Columns.Where(column => !column.IsPersonal))
            if (HeaderSynonyms.Find(column.Name) is { } field && Fits(field, column))
                Offer(columns, field, Mapped(field, column));
        foreach (var column in file.Columns.Where(column => !column.IsPersonal && !IsRead(columns, column.Name)))
            OfferByValues(columns, column);
        Swap(columns, file.Columns);
        OfferOnlyDate(columns);
        JoinReference(columns, file.Columns);
        return new ImportMapping
        {
            Version = ImportMapping.CurrentVersion,
            Name = name,
            Source = name,
            Encoding = file.Encoding is "utf-8" ? null : file.Encoding,
            Delimiter = file.Delimiter.ToString(),
            Fingerprint = HeaderFingerprint.Of(file.Columns.Select(column => column.Name)),
            HeaderRow = file.HeaderRow > 1 || file.HeaderRows > 1 ? file.HeaderRow : null,
            HeaderRows = file.HeaderRows > 1 ? file.HeaderRows : null,
            SkipsFooters = file.Footers > 0,
            Columns = columns.OrderBy(entry => ImportFields.Find(entry.Key)).ToDictionary(),
        };
    }

    private static bool IsRead(Dictionary<string, ColumnMapping> columns, string name) =>
        columns.Values.Any(column => column.From?.Contains(name) == true);

    // Of two columns for one field the surer stays, and of those equally sure the first.
    private static void Offer(Dictionary<string, ColumnMapping> columns, ImportField field, ColumnMapping column)
    {
        var name = ImportFields.NameOf(field);
        if (!columns.TryGetValue(name, out var known) || known.Confidence < column.Confidence)
            columns[name] = column;
    }

    // What a column is called counts only where it holds what it should.
    private static bool Fits(ImportField field, ColumnUnderstanding column) => field switch
    {
        ImportField.OccurredFrom or ImportField.OccurredUntil or ImportField.ReportedOn => Share(column, ValueKind.Date) > 0.5 || IsSerial(column),
        ImportField.OccurredTime => Share(column, ValueKind.Time, ValueKind.Number) > 0.5,
        ImportField.Latitude or ImportField.Longitude => Share(column, ValueKind.Coordinate, ValueKind.Point, ValueKind.Projected, ValueKind.Number) > 0.5,
        ImportField.VictimAge or ImportField.OffenderAge => Share(column, ValueKind.Age, ValueKind.Number, ValueKind.Date) > 0.5,
        ImportField.VictimGender or ImportField.OffenderGender => Share(column, ValueKind.Gender, ValueKind.YesOrNo) > 0.5,
        ImportField.PropertyValue => Share(column, ValueKind.Date) < 0.5,
        ImportField.State or ImportField.District or ImportField.HeadCode => Share(column, ValueKind.Number, ValueKind.Date) < 0.5,
        _ => column.EmptyShare < 1,
    };

    private static ColumnMapping Mapped(ImportField field, ColumnUnderstanding column)
    {
        var mapping = new ColumnMapping
        {
            From = [column.Name],
            Confidence = Math.Round(Named * (1 - column.EmptyShare / 2), 2),
        }.Because(GroundKind.Header, column.Name);
        if (field is ImportField.OccurredFrom or ImportField.OccurredUntil or ImportField.ReportedOn)
            return Dated(mapping, column);
        if (field == ImportField.Status && column.Kind == ValueKind.YesOrNo)
            return (mapping with { Values = Closed(column), Confidence = Held }).Because(GroundKind.ValuesAreYesAndNo);
        return column.LegacyFont is { } font ? (mapping with { Confidence = 0.1 }).Because(GroundKind.LegacyFont, font) : mapping;
    }

    private static ColumnMapping Dated(ColumnMapping mapping, ColumnUnderstanding column)
    {
        var proofs = column.OrderProofs.ToString(CultureInfo.InvariantCulture);
        return column.Order switch
        {
            DateOrder.MonthFirst => (mapping with { Formats = column.DateFormats }).Because(GroundKind.MonthFirst, proofs),
            DateOrder.DayFirst => mapping.Because(GroundKind.DayFirst, proofs),
            DateOrder.Unknown => (mapping with { Confidence = 0.5 }).Because(GroundKind.OrderUnknown),
            DateOrder.Mixed => (mapping with { Confidence = 0.3 }).Because(GroundKind.OrderMixed),
            _ => mapping,
        };
    }

    private static Dictionary<string, string> Closed(ColumnUnderstanding column) => column.Frequent.Select(value => value.Key).ToDictionary(
        value => value, value => value[0] is 'y' or 'Y' or 't' or 'T' ? "closed" : "under-investigation");

    private static void OfferByValues(Dictionary<string, ColumnMapping> columns, ColumnUnderstanding column)
    {
        var held = new ColumnMapping { From = [column.Name], Confidence = Held };
        if (column.Kind == ValueKind.Point && !columns.ContainsKey(ImportFields.NameOf(ImportField.Latitude)))
            foreach (var field in new[] { ImportField.Latitude, ImportField.Longitude })
                Offer(columns, field, held.Because(GroundKind.ValuesArePoints));
        else if (column.Kind == ValueKind.Coordinate && column.Range is var (least, greatest))
            OfferDegrees(columns, held, least, greatest);
        else if (column.Kind == ValueKind.Date && !columns.ContainsKey(ImportFields.NameOf(ImportField.OccurredFrom)))
            Offer(columns, ImportField.OccurredFrom, Dated(held.Because(GroundKind.ValuesAreDates), column));
    }

    private static void OfferDegrees(Dictionary<string, ColumnMapping> columns, ColumnMapping held, double least, double greatest)
    {
        ImportField? field = least >= IndiaSouth && greatest <= IndiaNorth ? ImportField.Latitude
            : least >= IndiaWest && greatest <= IndiaEast ? ImportField.Longitude : null;
        if (field is { } axis && !columns.ContainsKey(ImportFields.NameOf(axis)))
            Offer(columns, axis, held.Because(axis == ImportField.Latitude ? GroundKind.ValuesAreLatitudes : GroundKind.ValuesAreLongitudes));
    }

    // Every latitude lies where India's longitudes do, and the other way round: the columns have changed places.
    private static void Swap(Dictionary<string, ColumnMapping> columns, ImmutableArray<ColumnUnderstanding> all)
    {
        var (latitude, longitude) = (ImportFields.NameOf(ImportField.Latitude), ImportFields.NameOf(ImportField.Longitude));
        if (!columns.TryGetValue(latitude, out var north) || !columns.TryGetValue(longitude, out var east) || north.FirstColumn == east.FirstColumn)
            return;
        var first = all.First(column => column.Name == north.FirstColumn).Range;
        var second = all.First(column => column.Name == east.FirstColumn).Range;
        if (first is not var (firstLeast, firstMost) || second is not var (secondLeast, secondMost))
            return;
        if (firstLeast < IndiaWest || firstMost > IndiaEast || secondLeast < IndiaSouth || secondMost > IndiaNorth)
            return;
        columns[latitude] = (east with { Confidence = Held }).Because(GroundKind.ColumnsSwapped);
        columns[longitude] = (north with { Confidence = Held }).Because(GroundKind.ColumnsSwapped);
    }

    // Where nothing but the registration is dated, it stands for the offence until somebody says otherwise.
    private static void OfferOnlyDate(Dictionary<string, ColumnMapping> columns)
    {
        if (!columns.ContainsKey(ImportFields.NameOf(ImportField.OccurredFrom))
            && columns.TryGetValue(ImportFields.NameOf(ImportField.ReportedOn), out var only))
            columns[ImportFields.NameOf(ImportField.OccurredFrom)] = (only with { Confidence = Doubtful }).Because(GroundKind.OnlyDate);
    }

    // Bare numbers as small as these are counted anew in each year and station: alone they would make different cases one.
    private static void JoinReference(Dictionary<string, ColumnMapping> columns, ImmutableArray<ColumnUnderstanding> all)
    {
        var name = ImportFields.NameOf(ImportField.SourceReference);
        if (!columns.TryGetValue(name, out var reference) || reference.From is not [var number])
            return;
        var column = all.First(one => one.Name == number);
        if (column.Kind is not (ValueKind.Number or ValueKind.Year) || column.Range is not ( >= 0, < MostOfYear))
            return;
        var year = all.FirstOrDefault(one => one.Kind == ValueKind.Year && one.Name != number && !one.IsPersonal && one.EmptyShare < 1);
        var station = columns.GetValueOrDefault(ImportFields.NameOf(ImportField.Station)) is { From: [var stands] } ? stands : null;
        string[] parts = [number, .. new[] { year?.Name, station }.OfType<string>()];
        if (parts.Length > 1)
            columns[name] = (reference with { From = parts, Separator = "/", Confidence = Held }).Because(GroundKind.NumbersRestart);
    }

    private static bool IsSerial(ColumnUnderstanding column) => column.Kind == ValueKind.Number && column.Range is ( >= 18_264, < 73_050);

    private static double Share(ColumnUnderstanding column, params ReadOnlySpan<ValueKind> kinds)
    {
        var share = 0.0;
        foreach (var (kind, part) in column.Kinds)
            if (kinds.Contains(kind))
                share += part;
        return share;
    }
}
