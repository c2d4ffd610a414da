using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Queries;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Core.Queries;

public sealed class RestOfPlacesTests
{
    private static readonly IncidentQuery s_query = new() { Measures = [Measure.Count], Period = Period.Year(2024) };

    [Fact]
    public void Of_CasesOfNoPart_AreWhatIsLeft() => Assert.Equal(new RestOfPlaces(96, false, false), RestOfPlaces.Of(Whole(500), Parts(300, 104), false));

    [Fact]
    public void Of_PartsThatAddUp_LeaveNothing() => Assert.Null(RestOfPlaces.Of(Whole(500), Parts(300, 200), false));

    [Fact]
    public void Of_WithheldPart_LeavesTheRestWithheld() =>
        Assert.Equal(new RestOfPlaces(null, true, true), RestOfPlaces.Of(Whole(500), [.. Parts(300), new QueryRow(["B"], [null], true)], true));

    [Fact]
    public void Of_WithheldWhole_SaysNothing() =>
        Assert.Null(RestOfPlaces.Of(new QueryResult(s_query, [new QueryRow([], [null], true)], 1, "", false), Parts(300), true));

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, 3.0)]
    public void Of_FewProtectedCases_AreNotCounted(bool isSensitive, double? shown) =>
        Assert.Equal(shown, RestOfPlaces.Of(Whole(303), Parts(300), isSensitive)!.Cases);

    private static QueryResult Whole(double cases) => new(s_query, [new QueryRow([], [cases], false)], 1, "", false);

    private static ImmutableArray<QueryRow> Parts(params double[] cases) => [.. cases.Select((value, i) => new QueryRow([$"A{i}"], [value], false))];
}
