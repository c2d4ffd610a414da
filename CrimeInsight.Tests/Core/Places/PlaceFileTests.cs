using CrimeInsight.Core;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Places.Files;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Core.Places;

public sealed class PlaceFileTests
{
    private static readonly Viewer s_admin = new(Guid.NewGuid(), "admin", PersonRole.Admin, [2]);

    [Fact]
    public void Judge_Residents_AreGatheredByPlace_AndWhatDoesNotFitIsNamed()
    {
        var report = Judge(
            PlaceFileKind.Populations, "code,year,residents\nA1,2023,\"12,34,567\"\nA1,2024,1250000\nA1,2024,1\nB,2024,5\nZ,2024,5\nA2,1800,5\nA2,2024,-1\n");
        Assert.Equal(
            [null, null, PlaceFileProblem.Twice, PlaceFileProblem.PlaceNotYours, PlaceFileProblem.PlaceUnknown, PlaceFileProblem.YearBad,
                PlaceFileProblem.ResidentsBad],
            report.Rows.Select(row => row.Problem));
        Assert.Equal(1_234_567, report.Requests[0].Residents![2023]);
        Assert.False(report.IsAcceptable);
    }

    [Theory]
    [InlineData("13.08,80.27", null)]
    [InlineData("80.27,13.08", PlaceFileProblem.PointBad)]
    [InlineData("x,80", PlaceFileProblem.PointBad)]
    [InlineData("NaN,80", PlaceFileProblem.PointBad)]
    public void Judge_Points_LieInIndia(string point, PlaceFileProblem? problem) =>
        Assert.Equal(problem, Assert.Single(Judge(PlaceFileKind.Points, $"code,latitude,longitude\nA1a,{point}\n").Rows).Problem);

    [Fact]
    public void Judge_FileWithoutItsColumns_IsRefused() =>
        Assert.Throws<OperatorException>(() => Judge(PlaceFileKind.Points, "code,year\nA1,2024\n"));

    private static PlaceFileReport Judge(PlaceFileKind kind, string text) =>
        new PlaceFile(s_admin, SmallReference.Data.Jurisdictions, kind, new DateOnly(2025, 1, 1)).Judge(new StringReader(text), "Census");
}
