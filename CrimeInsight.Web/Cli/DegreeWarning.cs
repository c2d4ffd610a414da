using CrimeInsight.Core.Geography;

namespace CrimeInsight.Web.Cli;

/// <summary>Coordinates named x and y are metres; when all of them could be degrees, the person is told, once, and they are still taken as metres.</summary>
internal static class DegreeWarning
{
    private const double MostLatitude = 90;
    private const double MostLongitude = 180;

    /// <summary>Says so when all x and y are as small as degrees; nothing of <c>lat,lon</c>.</summary>
    public static void Say(PointSet points, TextWriter warnings)
    {
        if (points is MetrePoints metres
            && (Fit(metres.X, MostLongitude) && Fit(metres.Y, MostLatitude) || Fit(metres.X, MostLatitude) && Fit(metres.Y, MostLongitude)))
            warnings.WriteLine("All x and y lie within ±180 and ±90 and are taken as metres; if they are degrees, name the columns lat,lon.");
    }

    private static bool Fit(IEnumerable<double> values, double most) => values.All(value => Math.Abs(value) <= most);
}
