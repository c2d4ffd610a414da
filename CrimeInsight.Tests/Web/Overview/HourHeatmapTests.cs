using Bunit;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Queries;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.Overview;

namespace CrimeInsight.Tests.Web.Overview;

public sealed class HourHeatmapTests : WebContext
{
    [Fact]
    public void Render_Grid_ShadesAndNamesEachHour()
    {
        var grid = new HourGrid(new QueryResult(
            new IncidentQuery { Measures = [Measure.Count], Dimensions = [Dimension.Weekday, Dimension.Hour], Period = Period.Year(2024) },
            [new QueryRow([1, 2], [12], false), new QueryRow([7, 23], [1], false)],
            1,
            "test",
            false));

        var cells = Render<HourHeatmap>(parameters => parameters.Add(map => map.Grid, grid).Add(map => map.Description, "x")).FindAll(".hour-map .hour-cell");

        Assert.Equal(7 * 24, cells.Count);
        Assert.Contains("hour-step-6", cells[2].ClassName, StringComparison.Ordinal);
        Assert.Contains("hour-step-1", cells[^1].ClassName, StringComparison.Ordinal);
        Assert.Contains("hour-step-0", cells[0].ClassName, StringComparison.Ordinal);
        Assert.Contains("12", cells[2].GetAttribute("title"), StringComparison.Ordinal);
    }
}
