using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Statistics;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Export;

/// <summary>
/// A query result as CSV (RFC 4180, UTF-8): for places, heads, months, weekdays and hours a code and a name column, raw digits, small withheld cells
/// as "&lt;5", those withheld for the sake of such a one as the word for it, and in every row whether the data are synthetic.
/// What may not be divided as asked is named in a last line.
/// </summary>
public sealed class QueryCsv(IStringLocalizer<QueryText> text, DisplayFormat format, WithheldText words)
{
    private const string Small = "<5";

    public CsvDocument Write(QueryResult result, ReferenceData reference, bool isSynthetic)
    {
        var csv = new CsvDocument();
        csv.Add(Header(result.Query));
        var kind = text[isSynthetic ? nameof(QueryText.DataSynthetic) : nameof(QueryText.DataRegistered)];
        foreach (var row in result.Rows)
            csv.Add(Cells(result.Query, row, reference).Append(kind));
        if (result.Withheld is { } withheld)
            csv.Add([words.Note(withheld, reference), .. Enumerable.Repeat("", Header(result.Query).Count() - 1)]);
        return csv;
    }

    private static bool HasCode(Dimension dimension) => dimension is Dimension.Jurisdiction or Dimension.Head or Dimension.Weekday or Dimension.Hour or Dimension.Month;

    private IEnumerable<string> Header(IncidentQuery query)
    {
        foreach (var dimension in query.Dimensions)
        {
            string name = text[QueryCatalogue.Of(dimension).ResourceKey];
            if (HasCode(dimension))
                yield return $"{name} ({text[nameof(QueryText.Code)]})";
            yield return name;
        }

        foreach (var measure in query.Measures)
            yield return text[QueryCatalogue.Of(measure).ResourceKey];
        yield return text[nameof(QueryText.DataKind)];
    }

    private IEnumerable<string> Cells(IncidentQuery query, QueryRow row, ReferenceData reference)
    {
        for (var i = 0; i < query.Dimensions.Length; i++)
        {
            if (HasCode(query.Dimensions[i]))
                yield return row.Keys[i];
            yield return NameOf(query.Dimensions[i], row.Keys[i], reference);
        }

        for (var i = 0; i < row.Values.Length; i++)
            yield return row.IsSuppressed ? WithheldSign(row) : IsTold(query.Measures, row.Values, i) ? row.Values[i]?.ToString("0.####", CultureInfo.InvariantCulture) ?? "" : "";
    }

    /// <summary>A change or rate whose counts stand beside it is left empty where they are too few for percent, as on the pages.</summary>
    private static bool IsTold(ImmutableArray<Measure> measures, ImmutableArray<double?> values, int index)
    {
        double? Value(Measure measure) => measures.IndexOf(measure) is >= 0 and var at ? values[at] : null;
        return measures[index] switch
        {
            Measure.ChangePrevious when Value(Measure.CountPrevious) is { } before && Value(Measure.Count) is { } cases => new CountPair(before, cases).IsTold,
            Measure.ChangeLastYear when Value(Measure.CountLastYear) is { } before && Value(Measure.Count) is { } cases => new CountPair(before, cases).IsTold,
            Measure.ChargesheetRate when Value(Measure.Disposed) is { } disposed => new Proportion(0, disposed).IsTold,
            Measure.ConvictionRate when Value(Measure.Decided) is { } decided => new Proportion(0, decided).IsTold,
            _ => true,
        };
    }

    private string HourName(int hour) => hour < 0
        ? text[nameof(QueryText.HourUnknown)]
        : text[nameof(QueryText.HourRange), hour.ToString("00", CultureInfo.InvariantCulture), (hour + 1).ToString("00", CultureInfo.InvariantCulture)];

    private string WithheldSign(QueryRow row) => row.IsProtecting ? text[nameof(QueryText.Withheld)] : Small;

    private string NameOf(Dimension dimension, string key, ReferenceData reference) => dimension switch
    {
        Dimension.Jurisdiction => reference.Place(key),
        Dimension.Head => reference.Head(key),
        Dimension.Gender => text["Gender" + key],
        Dimension.AgeBand => text["Age" + key],
        Dimension.Status => text["Status" + key],
        Dimension.Month => format.Month(DateOnly.ParseExact(key + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        Dimension.Weekday => format.Weekday(int.Parse(key, CultureInfo.InvariantCulture)),
        Dimension.Hour => HourName(int.Parse(key, CultureInfo.InvariantCulture)),
        _ => key,
    };
}
