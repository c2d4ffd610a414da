using CrimeInsight.Core.Tables;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Tables;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Tests.Web.Tables;

public sealed class TableDefinitionTests : WebContext
{
    private static readonly FigureColumn s_cases = new("cases", FigureUnit.Count, TextKey.Of<QueryText>(nameof(QueryText.MeasureCount)));

    public static TheoryData<string, string> Definitions =>
        new(from table in TableSamples.All.Keys from culture in AppCultures.All select (table, culture.Name));

    private IStringLocalizerFactory Texts => Services.GetRequiredService<IStringLocalizerFactory>();

    [Theory]
    [MemberData(nameof(Definitions))]
    public void Table_EveryDefinition_HasKeysUnitsAndWords(string table, string culture)
    {
        UseCulture(culture);
        Assert.Empty(TableRules.Problems(TableSamples.All[table], Texts));
    }

    [Theory]
    [MemberData(nameof(Definitions))]
    public void Heads_EveryDefinition_DifferFromEachOther(string table, string culture)
    {
        UseCulture(culture);
        var words = Services.GetRequiredService<TableWords>();
        var heads = FigureField.Of(TableSamples.All[table].Columns).Select(field => words.Head(field, SmallReference.Data)).ToList();
        Assert.Equal(heads.Count, heads.Distinct().Count());
        Assert.All(heads, head => Assert.DoesNotMatch(@"^\s*$|\{\d", head));
    }

    /// <summary>Each way to get a definition wrong is told.</summary>
    [Fact]
    public void Problems_WrongDefinition_FindsEach()
    {
        Assert.Empty(Problems(s_cases, 3));
        Assert.Contains("cases is in Count, its value a PlaceFigure", Problems(s_cases, new PlaceFigure("A")));
        Assert.Contains("cases is in Count, its value a IntervalFigure", Problems(s_cases, new IntervalFigure(1, 2)));
        Assert.Contains("QueryText.Nowhere is not in the texts of en-IN", Problems(s_cases with { Name = TextKey.Of<QueryText>("Nowhere") }, 3));
        Assert.Contains("QueryText.Never is not in the texts of en-IN", Problems(s_cases with { Definition = TextKey.Of<QueryText>("Never") }, 3));
        Assert.Contains("Cases (5) is no key for programs", Problems(s_cases with { Key = "Cases (5)" }, 3));
        Assert.Contains("cases is there twice", TableRules.Problems(new FigureTable("two", [s_cases, s_cases], []), Texts));
        Assert.Contains("a row has 2 values for 1 columns", TableRules.Problems(new FigureTable("two", [s_cases], [new FigureRow([1, 2])]), Texts));
        Assert.Contains("Two Tables cannot be part of a file's name", TableRules.Problems(new FigureTable("Two Tables", [], []), Texts));
    }

    private IEnumerable<string> Problems(FigureColumn column, FigureValue value) =>
        TableRules.Problems(new FigureTable("table", [column], [new FigureRow([value])]), Texts);
}
