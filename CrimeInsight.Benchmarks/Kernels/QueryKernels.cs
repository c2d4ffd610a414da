using BenchmarkDotNet.Attributes;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Reference;
using CrimeInsight.Data.Queries;

namespace CrimeInsight.Benchmarks.Kernels;

/// <summary>What a query costs before and after the database: its codes resolved, its SQL written, small cells withheld.</summary>
public class QueryKernels
{
    private const int States = 36;
    private const int DistrictsPerState = 20;
    private const int Rows = 40;
    private const int Columns = 24;

    private readonly ReferenceData _reference = new(Places(), Heads(), 1);
    private readonly IncidentQuery _query = new()
    {
        Measures = [Measure.Count, Measure.RatePerLakh],
        Dimensions = [Dimension.Jurisdiction, Dimension.Month],
        Period = new Period(new DateOnly(2023, 1, 1), new DateOnly(2025, 1, 1)),
        Jurisdictions = ["S7"],
        Heads = ["murder", "rape"],
    };

    private readonly List<QueryCell> _cells = [];
    private readonly TableShape _shape;

    public QueryKernels()
    {
        var random = new Random(1);
        var sensitive = new HeadGroup(null, [20], [20], [20], IsOneStepFromSensitive: true) { IsWhollySensitive = true };
        _shape = new TableShape(2, -1, sensitive, _ => sensitive, dimension => [.. Enumerable.Range(0, dimension == 0 ? Rows : Columns)]);
        for (var i = 0; i < Rows * Columns; i++)
        {
            var cell = new QueryCell(new CellKey(i / Columns, i % Columns, 0), sensitive);
            var tally = new Tally(random.Next(1, 40), 0, 0, 0, 0);
            cell.Set(QuerySlice.Current, tally, tally);
            _cells.Add(cell);
        }
    }

    [Benchmark]
    public object Compile()
    {
        var resolved = QueryResolver.Resolve(_query, _reference, [_reference.Jurisdictions.Root!]);
        return IncidentQueryCompiler.Compile(resolved, QuerySource.Choose(resolved), isDetailed: true);
    }

    [Benchmark]
    public object Suppress() => CellSuppression.Mark(_cells, _shape, QuerySlice.Current, tally => tally.Cases);

    private static JurisdictionTree Places()
    {
        const int width = 1000;
        var places = new List<Jurisdiction> { Place(1, null, JurisdictionLevel.Country, "IN", 0, width * (States + 1)) };
        for (var state = 1; state <= States; state++)
        {
            var (id, from) = (1 + state, state * width);
            places.Add(Place(id, 1, JurisdictionLevel.State, $"S{state}", from, from + width));
            for (var district = 1; district <= DistrictsPerState; district++)
            {
                var (number, first) = (States + 1 + (state - 1) * DistrictsPerState + district, from + 10 * district);
                places.Add(Place(number, id, JurisdictionLevel.District, $"S{state}-{district}", first, first + 10));
            }
        }

        return new JurisdictionTree(places);
    }

    private static CrimeHeadTree Heads() => new(
    [
        Head(0, "all", null, CrimeHeadLevel.All),
        Head(1, "body", 0, CrimeHeadLevel.Category),
        Head(2, "women", 0, CrimeHeadLevel.Category),
        Head(10, "murder", 1, CrimeHeadLevel.Head),
        Head(11, "hurt", 1, CrimeHeadLevel.Head),
        Head(20, "rape", 2, CrimeHeadLevel.Head, isSensitive: true),
        Head(21, "stalking", 2, CrimeHeadLevel.Head),
    ]);

    private static Jurisdiction Place(int id, int? parent, JurisdictionLevel level, string code, int from, int until) =>
        new(id, parent, level, code, from, until, null, new Dictionary<string, string> { ["en"] = code }, null, null);

    private static CrimeHead Head(short id, string code, short? parent, CrimeHeadLevel level, bool isSensitive = false) =>
        new(id, code, parent, level, isSensitive, new Dictionary<string, string> { ["en"] = code });
}
