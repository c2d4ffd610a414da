using System.Collections.Immutable;
using CrimeInsight.Core.Demo;
using CrimeInsight.Core.Geography;

namespace CrimeInsight.Tests.Core.Demo;

/// <summary>Small made-up inputs that never change with seed-data.</summary>
internal static class DemoTiny
{
    public static DemoInputs Inputs { get; } = new(
        [District("IN-AA-001", "IN-AA", 1, 20, 78, 900_000), District("IN-AA-002", "IN-AA", 2, 20.6, 78.4, 300_000),
            District("IN-BB-001", "IN-BB", 3, 13, 77, 600_000)],
        [new DemoTown("IN-AA-001", new GeoPoint(20.05, 78.02), 200_000)],
        [new DemoStation("IN-AA-001", 101, new GeoPoint(20.05, 78.02)), new DemoStation("IN-AA-001", 102, new GeoPoint(19.95, 78.1))],
        [new DemoHead(41, "burglary", false), new DemoHead(28, "rape", true), new DemoHead(42, "robbery", false), new DemoHead(45, "snatching", false)],
        Figures(),
        [new DemoStateRate("IN-AA", 2022, 80, 40)],
        [new DemoFestivalDay(new DateOnly(2022, 10, 24), "diwali", [])]);

    private static DemoDistrict District(string code, string state, int ordinal, double latitude, double longitude, long population) =>
        new(code, state, ordinal, new Dictionary<string, string> { ["en"] = code }, new GeoPoint(latitude, longitude), 3_000, population, 0.3, []);

    private static ImmutableArray<DemoFigure> Figures() =>
    [
        .. from year in Enumerable.Range(2020, 5)
           from cell in new (string Area, short Head, int Cases)[] { ("IN-AA", 41, 500), ("IN-AA", 28, 80), ("IN-AA", 42, 120), ("IN-BB", 41, 300),
               ("IN-BB", 42, 60) }
           select new DemoFigure(cell.Area, year, cell.Head, cell.Cases + 10 * (year - 2020)),
        new DemoFigure("IN-AA-001", 2022, 41, 300), new DemoFigure("IN-AA-002", 2022, 41, 100), new DemoFigure("IN-AA-001", 2022, 28, 40),
    ];
}
