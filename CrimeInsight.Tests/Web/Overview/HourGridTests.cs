using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Queries;
using CrimeInsight.Web.Features.Overview;

namespace CrimeInsight.Tests.Web.Overview;

public sealed class HourGridTests
{
    [Fact]
    public void HourGrid_Rows_AreKeptByWeekdayAndHour()
    {
        var grid = new HourGrid(Result((1, 0, 4), (7, 23, 9), (3, -1, 2)));
        Assert.Equal(4, grid[1, 0]);
        Assert.Equal(9, grid[7, 23]);
        Assert.Equal(0, grid[2, 5]);
        Assert.Equal((7, 23), grid.Busiest);
        Assert.Equal(2, grid.Unknown);
        Assert.Equal(13, grid.Known);
    }

    [Fact]
    public void HourGrid_WithheldCell_StaysWithheld()
    {
        var grid = new HourGrid(Result((1, 0, null), (2, 1, 8)));
        Assert.Null(grid[1, 0]);
        Assert.Equal(8, grid.Most);
    }

    private static QueryResult Result(params (int Weekday, int Hour, double? Cases)[] rows) => new(
        new IncidentQuery { Measures = [Measure.Count], Dimensions = [Dimension.Weekday, Dimension.Hour], Period = Period.Year(2024) },
        [.. rows.Select(row => new QueryRow([row.Weekday, row.Hour], [row.Cases], row.Cases is null))],
        1,
        "test",
        false);
}
