using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Geography.Boundaries;

namespace CrimeInsight.Tests.Core.Geography.Boundaries;

public sealed class SvgStateOutlinesTests
{
    private static readonly string s_svg = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "maps", "india.svg"));

    [Fact]
    public void Parse_TheMap_GivesEveryStateOnce()
    {
        var outlines = SvgStateOutlines.Parse(s_svg);
        var codes = outlines.SelectMany(outline => outline.StateCodes).ToList();
        Assert.Equal(36, codes.Distinct().Count());
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.Equal(["IN-JK", "IN-LA"], outlines.Single(outline => outline.StateCodes.Length > 1).StateCodes);
    }

    [Fact]
    public void Parse_Andaman_DropsTheIslandOfMyanmar()
    {
        var andaman = SvgStateOutlines.Parse(s_svg).Single(outline => outline.StateCodes[0] == "IN-AN").Shape;
        Assert.Equal(35, andaman.Polygons.Length);
        Assert.InRange(andaman.Bounds!.Value.North, 13.5, 14.2);
    }

    [Fact]
    public void Parse_SouthernTip_LiesAtKanyakumari()
    {
        var south = SvgStateOutlines.Parse(s_svg).Single(outline => outline.StateCodes[0] == "IN-TN").Shape.Bounds!.Value.South;
        Assert.Equal(8.078, south, 0.03);
    }

    [Theory]
    [InlineData("<svg", "not an SVG document")]
    [InlineData("<svg><path id='xx' d='m 0,0 1,0 0,1 z'/></svg>", "'xx'")]
    [InlineData("<svg><path id='tn' d='m 0,0 1,0 0,1 z'/></svg>", "lacks the outlines an, ap")]
    [InlineData("<svg><path id='tn' d='m 0,0 c 1,0 0,1 2,2 z'/></svg>", "path command 'c'")]
    [InlineData("<svg><path id='tn' d='m 0,0 1 z'/></svg>", "no number")]
    public void Parse_AnotherMap_SaysWhatIsWrong(string svg, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => SvgStateOutlines.Parse(svg)).Message, StringComparison.Ordinal);

    [Fact]
    public void ReadRings_RelativeAndAbsolute_FollowThePen()
    {
        var rings = SvgPath.ReadRings("m 1,2 3,0 0,4e0 z m 10,0 1,0 L 5-5 z");
        Assert.Equal([(1, 2), (4, 2), (4, 6)], rings[0]);
        Assert.Equal([(11, 2), (12, 2), (5, -5)], rings[1]);
    }
}
