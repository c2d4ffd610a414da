using System.Globalization;
using CrimeInsight.Core;
using CrimeInsight.Core.Spatial.Association;

namespace CrimeInsight.Web.Cli;

/// <summary>Checks what <c>spatial</c> is given, place by place, so that a message can name the place.</summary>
internal static class SpatialInput
{
    public const string Value = "value";
    public const string Cases = "cases";
    public const string Population = "population";

    /// <summary>Sizes beyond this have no fourth power; no real value comes near.</summary>
    private const double Most = 1e70;

    public static string TooFewPlaces => $"The input has too few places; local statistics need at least {LocalStatistics.LeastPlaces}.";

    /// <exception cref="OperatorException">There are too few places, or a number cannot be what its column says; the message names the place.</exception>
    public static void Check(PointFile file, LocalRequest request)
    {
        if (file.Ids.Count < LocalStatistics.LeastPlaces)
            throw new OperatorException(TooFewPlaces);
        for (var place = 0; place < file.Ids.Count; place++)
        {
            if ((file.Has(Cases) ? WhyNoRate(file[Cases][place], file[Population][place]) : WhyNoValue(file[Value][place], request.Scale)) is { } why)
                throw new OperatorException($"'{file.Ids[place]}': {why}");
        }
    }

    private static string? WhyNoValue(double value, ValueScale scale) =>
        Math.Abs(value) > Most ? Text($"value is {value}; values may be at most {Most} either way. Write all of them in a larger unit, or correct this one.")
        : scale == ValueScale.Logarithm && value < 0 ? Text($"value is {value}; --scale log is for counts, 0 or more. Leave the option out.")
        : null;

    private static string? WhyNoRate(double cases, double population) =>
        cases < 0 || cases != Math.Floor(cases) || cases > int.MaxValue ? Text($"cases is {cases}; write a whole number from 0 to {int.MaxValue}.")
        : population < 0 || population > Most ? Text($"population is {population}; write a number from 0 to {Most}.")
        : population == 0 && cases > 0 ? Text($"there are {cases} cases but a population of 0; correct one of the two, or leave the place out.")
        : null;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
