using System.Globalization;
using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Tests.Core.Demo;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Core.Import;

/// <summary>Police geography as the files of forces name it, by the names of districts. "-": any place of the state, or nothing particular is told.</summary>
public sealed class ClerkPlaceTests
{
    private static readonly JurisdictionIndex s_places = new(SeedPlaces.Tree);

    public static TheoryData<string, string, string, string, string> Names { get; } = ClerkCases.Read(ClerkPlaceCases.All);

    [Theory]
    [MemberData(nameof(Names))]
    public void Find_AsAForceNamesIt_IsThePlace(string state, string district, string day, string expected, string told)
    {
        var found = s_places.Find("", state, district, "")!.On(day.Length == 0 ? default : DateOnly.Parse(day, CultureInfo.InvariantCulture));
        if (expected == "-")
            Assert.NotNull(found.Value);
        else
            Assert.Equal(expected, found.Value?.NameIn("en") ?? "!");
        if (told != "-")
            Assert.Equal(told, found.CorrectedFrom is not null ? "corrected" : found.Note?.ToString() ?? "");
    }
}
