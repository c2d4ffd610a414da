using CrimeInsight.Core;
using CrimeInsight.Core.Geography;
using CrimeInsight.Web.Cli;

namespace CrimeInsight.Tests.Web.Cli;

public sealed class PointFileTests
{
    [Fact]
    public void Read_MetresInAnyOrderOfColumns_GivesPlanePoints()
    {
        var file = Read("Y,other,X,id\n2.5,?,-1e3,a\n4,?,3,\"b,c\"\n");
        var points = Assert.IsType<MetrePoints>(file.Points);
        Assert.Equal(["a", "b,c"], file.Ids);
        Assert.Equal([-1000, 3], points.X);
        Assert.Equal([2.5, 4], points.Y);
    }

    [Fact]
    public void Read_Degrees_GivesPlacesOnTheEarth()
    {
        var points = Assert.IsType<DegreePoints>(Read("id,lon,lat\n1,80.27,13.08\n").Points);
        Assert.Equal(new GeoPoint(13.08, 80.27), points[0]);
    }

    [Fact]
    public void Read_ColumnsAskedFor_ReadsNumbersAndDays()
    {
        var file = PointFile.Read(new StringReader("x,y,t,value\n1,2,7.5,3\n1,2,0001-01-03,4\n1,2,0001-01-03 12:00,5\n"), "e.csv", hasIds: false,
            new PointColumn("t", PointColumnKind.Days), new PointColumn("value"));
        Assert.Empty(file.Ids);
        Assert.Equal([7.5, 2, 2.5], file["t"]);
        Assert.Equal([3, 4, 5], file["value"]);
    }

    [Theory]
    [InlineData("", "'p.csv' is empty")]
    [InlineData("id,x,y\n", "has no rows")]
    [InlineData("id,x\na,1\n", "no column 'y'; its first row must name id,x,y (metres) or id,lat,lon (degrees)")]
    [InlineData("x,y\n1,2\n", "no column 'id'")]
    [InlineData("id,x,y,lat,lon\na,1,2,3,4\n", "keep one pair")]
    [InlineData("id,x,lat\na,1,2\n", "keep one pair")]
    [InlineData("id,x,x,y\na,1,2,3\n", "two columns 'x'")]
    [InlineData("id,x,y\na,1,2\nb,many,2\n", "'p.csv', row 2: x is 'many', which is not a number")]
    [InlineData("id,x,y\na,1,NaN\n", "row 1: y is 'NaN'")]
    [InlineData("id,x,y\na,1\n", "row 1: y is ''")]
    [InlineData("id,lat,lon\na,91,2\n", "row 1: lat is '91', outside −90 … 90; degrees go into lat,lon")]
    [InlineData("id,lat,lon\na,9,1802\n", "row 1: lon is '1802', outside −180 … 180")]
    [InlineData("id,x,y\na,1,2\n,1,2\n", "row 2: id is empty")]
    [InlineData("id,x,y\na,1,2\na,1,2\n", "row 2: id 'a' was already used in row 1")]
    [InlineData("id,x,y\na,1,\"2\n", "row 1 is not valid CSV; look for a quote that is not closed")]
    public void Read_InvalidFile_NamesPlaceValueAndRemedy(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<OperatorException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_InvalidDay_SaysHowToWriteIt() => Assert.Contains(
        "row 1: t is '3 May', write days as numbers",
        Assert.Throws<OperatorException>(
            () => PointFile.Read(new StringReader("x,y,t\n1,2,3 May\n"), "e.csv", hasIds: false, new PointColumn("t", PointColumnKind.Days))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Read_MissingFile_NamesIt() =>
        Assert.Contains(
            "'/nowhere/p.csv' cannot be read", Assert.Throws<OperatorException>(() => PointFile.Read("/nowhere/p.csv")).Message, StringComparison.Ordinal);

    private static PointFile Read(string text) => PointFile.Read(new StringReader(text), "p.csv");
}
