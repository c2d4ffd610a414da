using System.Globalization;
using CrimeInsight.Core;
using CrimeInsight.Core.Spatial.Association;
using CrimeInsight.Tests.Core.Hotspots;
using CrimeInsight.Tests.Core.Spatial;
using CrimeInsight.Web.Cli;

namespace CrimeInsight.Tests.Web.Cli;

public sealed class SpatialVerbTests
{
    private const string Line = "id,x,y,value\na,0,0,0\nb,1,0,1\n\"c,d\",2,0,2\ne,3,0,9\nfar,99,0,4\n";

    [Fact]
    public void Run_ReferencePlaces_WritesSpdepsFigures()
    {
        var lines = Written(Reference(), "knn:8", new LocalRequest(LocalMethod.Moran), out var summary);
        Assert.Equal("id,statistic,z,p,p_sim,p_fdr,class", lines[0]);
        var (statistic, z) = (HotspotReference.Column("Ii"), HotspotReference.Column("Z_cond"));
        for (var place = 0; place < statistic.Length; place++)
        {
            var cells = lines[place + 1].Split(',');
            Assert.Equal(statistic[place], double.Parse(cells[1], CultureInfo.InvariantCulture), 1e-9);
            Assert.Equal(z[place], double.Parse(cells[2], CultureInfo.InvariantCulture), 1e-9);
        }

        Assert.Contains(lines, line => line.EndsWith(",high-high", StringComparison.Ordinal));
        Assert.Contains("\"places\":750,\"islands\":0,\"weights\":\"knn:8\"", summary, StringComparison.Ordinal);
        Assert.Contains("\"moran\":{\"value\":0.3301930280", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Island_HasNoFigures()
    {
        var lines = Written(Line, "distance:1", new LocalRequest(LocalMethod.GetisOrdStar, 0), out _);
        Assert.Equal("far,,,,,,no-neighbours", lines[5]);
        Assert.StartsWith("\"c,d\",", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Links_GiveTheWeights()
    {
        var weights = LinkFile.Read(new StringReader("neighbour,weight,id\nb,2,a\ne,1,a\n"), "w.csv", ["a", "b", "e"]);
        Assert.Equal([1, 2], weights.NeighboursOf(0));
        Assert.Equal([2.0, 1.0], weights.WeightsOf(0));
    }

    [Theory]
    [InlineData("id,weight\na,1\n", "'w.csv' has no column 'neighbour'")]
    [InlineData("", "'w.csv' is empty")]
    [InlineData("id,neighbour,weight\na,b,1\na,z,1\n", "'w.csv', row 2: neighbour 'z' is not among the ids")]
    [InlineData("id,neighbour,weight\na,a,1\n", "row 1: 'a' is its own neighbour")]
    [InlineData("id,neighbour,weight\na,b,1\na,b,1\n", "row 2: 'a' has the neighbour 'b' twice")]
    [InlineData("id,neighbour,weight\na,b,0\n", "row 1: weight is '0'")]
    public void Read_InvalidLinks_NamePlaceAndRemedy(string text, string expected) =>
        Assert.Contains(expected, Refusal(() => LinkFile.Read(new StringReader(text), "w.csv", ["a", "b"])), StringComparison.Ordinal);

    [Theory]
    [InlineData("knn:x", "'x' is not a whole number; write knn:8")]
    [InlineData("knn:9", "5 places have between 1 and 4 nearest neighbours; got 9")]
    [InlineData("distance:far", "'far' is not a number of metres")]
    [InlineData("distance:-3", "above 0 metres")]
    [InlineData("/nowhere/w.csv", "neither knn:K nor distance:METRES nor a file that can be read")]
    public void Weights_InvalidText_SaysWhatToWrite(string text, string expected) =>
        Assert.Contains(expected, Refusal(() => SpatialVerb.Weights(text, Read(Line))), StringComparison.Ordinal);

    [Fact]
    public void Run_NothingToCompute_WritesNoFile()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var file = Read("id,lat,lon,value\na,10,77,3\nb,11,77,3\nc,12,77,3\nd,13,77,3\n");
        Assert.Contains("All values are the same",
            Refusal(() =>
                SpatialVerb.Run(file, SpatialVerb.Weights("knn:1", file), new LocalRequest(LocalMethod.Moran), 1, path, TextWriter.Null, TextWriter.Null,
                    TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void Run_CasesAndPopulation_WritesResidualsAndSaysWhatIsNotTested()
    {
        var text = "population,id,cases,x,y\n"
            + string.Concat(Enumerable.Range(0, 40).Select(i => $"{10 + i % 7},p{i},{(i < 9 ? 30 : 4 + i % 3)},{100 * (i % 6)},{100 * (i / 6)}\n"))
            + "50,away,5,9000,9000\n0,bare,0,100,50\n";
        var (path, said, warned) = (Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), new StringWriter(CultureInfo.InvariantCulture),
            new StringWriter(CultureInfo.InvariantCulture));
        try
        {
            var file = Read(text);
            SpatialInput.Check(file, new LocalRequest(LocalMethod.GetisOrdStar));
            SpatialVerb.Run(file, SpatialVerb.Weights("distance:150", file), new LocalRequest(LocalMethod.GetisOrdStar), 1, path, said, warned,
                TestContext.Current.CancellationToken);
            var lines = File.ReadAllLines(path);
            Assert.Equal("id,statistic,z,p,p_sim,p_fdr,class", lines[0]);
            Assert.Equal(["p0", "hot"], [lines[1].Split(',')[0], lines[1].Split(',')[6]]);
            Assert.Equal(["away,,,,,,no-neighbours", "bare,,,,,,nobody-at-risk"], lines[^2..]);
        }
        finally
        {
            File.Delete(path);
        }

        Assert.Equal(["Not tested, without neighbours: away.", "Not tested, where nobody is at risk: bare."], warned.ToString()
            .Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("\"dispersion\":", said.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"moran\":null", said.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id,x,y,value\na,0,0,1\nb,1,0,1e300\nc,2,0,3\nd,3,0,4\n", "'b': value is 1E+300; values may be at most 1E+70 either way")]
    [InlineData("id,x,y,value\na,0,0,1\n", "too few places; local statistics need at least 4")]
    [InlineData("id,x,y,cases,population\na,0,0,1,5\nb,1,0,2.5,5\nc,2,0,3,5\nd,3,0,4,5\n", "'b': cases is 2.5; write a whole number")]
    [InlineData("id,x,y,cases,population\na,0,0,1,5\nb,1,0,2,5\nc,2,0,3,0\nd,3,0,4,5\n", "'c': there are 3 cases but a population of 0")]
    [InlineData("id,x,y,cases,population\na,0,0,1,5\nb,1,0,2,-5\nc,2,0,3,1\nd,3,0,4,5\n", "'b': population is -5")]
    public void Check_ImpossibleNumber_NamesThePlace(string text, string expected) =>
        Assert.Contains(expected, Refusal(() => SpatialInput.Check(Read(text), new LocalRequest(LocalMethod.GetisOrdStar))), StringComparison.Ordinal);

    [Fact]
    public void Check_NegativeOnLogarithmicScale_NamesThePlace() =>
        Assert.Contains("'b': value is -2; --scale log",
            Refusal(() =>
                SpatialInput.Check(
                    Read("id,x,y,value\na,0,0,1\nb,1,0,-2\nc,2,0,3\nd,3,0,4\n"), new LocalRequest(LocalMethod.Moran, scale: ValueScale.Logarithm))),
                    StringComparison.Ordinal);

    [Theory]
    [InlineData("id,x,y,cases\na,0,0,1\n", "'u.csv' has no column 'population'")]
    [InlineData("id,x,y\na,0,0\n",
        "has no column 'value'; its first row must name id,x,y,value (metres) or id,lat,lon,value (degrees), with cases,population instead of value where "
            + "wanted")]
    [InlineData("id,x,y,value,cases,population\na,0,0,1,1,1\n", "has columns of value and of cases,population; keep one")]
    public void ReadEither_OtherColumns_SaysWhichAreWanted(string text, string expected) =>
        Assert.Contains(expected, Refusal(() => Read(text)), StringComparison.Ordinal);

    [Theory]
    [InlineData("id,x,y,value\na,77.1,28.5,1\nb,77.2,28.6,1\n", true)]
    [InlineData("id,x,y,value\na,28.5,77.1,1\nb,28.6,122,1\n", true)]
    [InlineData("id,x,y,value\na,77.1,28.5,1\nb,190,28.6,1\n", false)]
    [InlineData("id,lat,lon,value\na,28.5,77.1,1\nb,28.6,77.2,1\n", false)]
    public void Say_CoordinatesAsSmallAsDegrees_AreSaidToBeTakenAsMetres(string text, bool isSaid)
    {
        var said = new StringWriter(CultureInfo.InvariantCulture);
        DegreeWarning.Say(Read(text).Points, said);
        Assert.Equal(isSaid, said.ToString().Contains("name the columns lat,lon", StringComparison.Ordinal));
    }

    private static string[] Written(string text, string weights, LocalRequest request, out string summary)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            var (file, said) = (Read(text), new StringWriter(CultureInfo.InvariantCulture));
            SpatialVerb.Run(
                file, SpatialVerb.Weights(weights, file).RowStandardised(), request, 1, path, said, TextWriter.Null, TestContext.Current.CancellationToken);
            summary = said.ToString();
            return File.ReadAllLines(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Reference()
    {
        var (x, y, value) = (HotspotReference.Texts("x"), HotspotReference.Texts("y"), HotspotReference.Texts("value"));
        return "id,x,y,value\n" + string.Concat(Enumerable.Range(0, x.Length).Select(place => $"{place + 1},{x[place]},{y[place]},{value[place]}\n"));
    }

    private static PointFile Read(string text) => PointFile.ReadEither(new StringReader(text), "u.csv", SpatialVerb.s_columns);

    private static string Refusal(Action action) => Assert.Throws<OperatorException>(action).Message;

    private static string Refusal(Func<object> action) => Assert.Throws<OperatorException>(action).Message;
}
