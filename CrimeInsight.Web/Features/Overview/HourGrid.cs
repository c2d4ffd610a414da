using CrimeInsight.Core.Queries;

namespace CrimeInsight.Web.Features.Overview;

/// <summary>Cases by weekday (1 Monday … 7) and hour (0 … 23), with those whose hour is unknown beside them.</summary>
public sealed class HourGrid
{
    private readonly double?[] _cells = new double?[7 * 24];
    private readonly bool[] _isProtecting = new bool[7 * 24];

    /// <param name="result">Rows keyed by weekday and hour, one measure.</param>
    public HourGrid(QueryResult result)
    {
        Query = result.Query;
        Withheld = result.Withheld;
        Array.Fill(_cells, 0);
        foreach (var row in result.Rows)
        {
            var weekday = row.Keys[0].Number;
            var hour = row.Keys[1].Number;
            if (hour < 0)
                Unknown += row.Values[0] ?? 0;
            else
                (_cells[(weekday - 1) * 24 + hour], _isProtecting[(weekday - 1) * 24 + hour]) = (row.Values[0], row.IsProtecting);
        }

        var best = Enumerable.Range(0, _cells.Length).MaxBy(index => _cells[index] ?? 0);
        Busiest = (best / 24 + 1, best % 24);
        Most = _cells[best] ?? 0;
        Known = _cells.Sum(cell => cell ?? 0);
    }

    /// <summary>The query that gave the cells.</summary>
    public IncidentQuery Query { get; }

    /// <summary>Cases that are in no cell; null: none.</summary>
    public WithheldCases? Withheld { get; }

    /// <summary>Cases whose hour is unknown.</summary>
    public double Unknown { get; }

    public double Known { get; }

    /// <summary>Largest cell.</summary>
    public double Most { get; }

    public (int Weekday, int Hour) Busiest { get; }

    /// <summary>Null when withheld.</summary>
    public double? this[int weekday, int hour] => _cells[(weekday - 1) * 24 + hour];

    /// <summary>Withheld only because it would give a small cell away.</summary>
    public bool IsProtecting(int weekday, int hour) => _isProtecting[(weekday - 1) * 24 + hour];
}
