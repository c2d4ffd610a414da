using System.Globalization;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Reference;

namespace CrimeInsight.Tests.Support;

/// <summary>
/// A country G with state GA, district GA1 and 100 stations S00 … S99 on a grid of 10 × 10, 5 km apart: S37 is row 3, column 7. Heads of
/// <see cref="SmallReference"/>.
/// </summary>
internal sealed class GridPlaces : IReferenceDataReader
{
    public const int Side = 10;
    public const string State = "GA";

    private const int OtherCases = 30;

    private const double StepDegrees = 0.045;

    public static readonly ReferenceData Data = new(
        new JurisdictionTree(
        [
            Place(1, null, JurisdictionLevel.Country, "G", 0, 1000, null),
            Place(2, 1, JurisdictionLevel.State, State, 1, 900, null),
            Place(3, 2, JurisdictionLevel.District, "GA1", 2, 800, new GeoPoint(12.2, 78.2)),
            .. Enumerable.Range(0, Side * Side).Select(i => Place(
                10 + i, 3, JurisdictionLevel.Station, Code(i), 10 + i, 11 + i, new GeoPoint(12 + StepDegrees * (i / Side), 78 + StepDegrees * (i % Side)))),
        ]),
        SmallReference.Data.Heads,
        1);

    public ValueTask<ReferenceData> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult(Data);

    public static string Code(int place) => string.Create(CultureInfo.InvariantCulture, $"S{place:00}");

    public static int NumberOf(string code) => int.Parse(code.AsSpan(1), CultureInfo.InvariantCulture);

    /// <summary>Around row 2, column 7.</summary>
    public static bool IsInCorner(int place) => place / Side is >= 1 and <= 3 && place % Side is >= 6 and <= 8;

    /// <summary>
    /// Rows of a query by place, or by place and month, of a period of whole months; of several heads with as many cases of others everywhere.
    /// </summary>
    public static IEnumerable<QueryRow> Rows(IncidentQuery query, Func<int, DateOnly, int> casesOf)
    {
        var months = Enumerable.Range(0, query.Period.Months).Select(query.Period.From.AddMonths).ToList();
        var more = query.Heads.Length > 1 ? OtherCases : 0;
        var others = new double?[query.Measures.Length - 1];
        for (var place = 0; place < Side * Side; place++)
        {
            if (!query.Dimensions.Contains(Dimension.Month))
                yield return new QueryRow([Code(place)], [months.Sum(month => casesOf(place, month) + more), .. others], false);
            else
                foreach (var month in months)
                    yield return new QueryRow([Code(place), Month.Of(month)], [casesOf(place, month) + more], false);
        }
    }

    private static Jurisdiction Place(int id, int? parent, JurisdictionLevel level, string code, int from, int until, GeoPoint? point) =>
        new(id, parent, level, code, from, until, null, new Dictionary<string, string> { ["en"] = code }, point, null);
}
