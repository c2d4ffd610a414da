using Bunit;
using CrimeInsight.Core.Tables;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Shared.Tables;

namespace CrimeInsight.Tests.Web.Tables;

public sealed class FigureTableViewTests : WebContext
{
    [Fact]
    public void Heads_Definitions_AreTold()
    {
        var heads = Show("forecast record").FindAll("thead abbr");
        Assert.Equal(7, heads.Count);
        Assert.StartsWith("Share of what came that fell inside the 95 % band", heads[5].GetAttribute("title"), StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_Numbers_StandByTheirDigits()
    {
        var row = Show("map").Find("tbody tr");
        Assert.Equal("row", row.QuerySelector("th")!.GetAttribute("scope"));
        Assert.All(row.QuerySelectorAll("td"), cell => Assert.Equal("number", cell.ClassName));
    }

    [Fact]
    public void Rows_Sorted_KeepTheRestLastAndTheUnknownBehindTheKnown()
    {
        var table = Show("map", sortedBy: "count");
        Assert.Equal(["A", "B", "State not recorded"], Names(table));
        Assert.Equal(["none", "descending", "none", "none"], table.FindAll("thead th").Select(head => head.GetAttribute("aria-sort")));

        table.FindAll("thead button")[1].Click();
        Assert.Equal(["A", "B", "State not recorded"], Names(table));
        Assert.Equal("ascending", table.FindAll("thead th")[1].GetAttribute("aria-sort"));

        table.FindAll("thead button")[0].Click();
        table.FindAll("thead button")[0].Click();
        Assert.Equal(["B", "A", "State not recorded"], Names(table));
        Assert.Equal("Sort by Cases", table.FindAll("thead button")[1].GetAttribute("aria-label"));
    }

    [Fact]
    public void Rows_NewestFirst_AreTurnedAround()
    {
        var newest = Show("forecast", isNewestFirst: true);
        Assert.Equal(Names(Show("forecast")).Reverse(), Names(newest));
        Assert.Equal("Aug 2022", Names(newest).First());
    }

    [Fact]
    public void Cards_EveryFigure_HasItsHead()
    {
        var cells = Show("forecast parts", phone: PhoneForm.Cards).FindAll("tbody tr:first-child td");
        Assert.Equal(["Registered", "Trend"], cells.Select(cell => cell.GetAttribute("data-label")).Take(2));
        Assert.All(Show("forecast parts").FindAll("tbody td"), cell => Assert.False(cell.HasAttribute("data-label")));
    }

    private static IEnumerable<string> Names(IRenderedComponent<FigureTableView> table) => table.FindAll("tbody th").Select(head => head.TextContent);

    private IRenderedComponent<FigureTableView> Show(string table, string? sortedBy = null, bool isNewestFirst = false, PhoneForm phone = PhoneForm.Same) =>
        Render<FigureTableView>(view => view
        .Add(one => one.Table, TableSamples.All[table])
        .Add(one => one.Reference, SmallReference.Data)
        .Add(one => one.SortedBy, sortedBy)
        .Add(one => one.IsNewestFirst, isNewestFirst)
        .Add(one => one.Phone, phone));
}
