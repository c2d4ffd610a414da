using System.Collections.Immutable;

namespace CrimeInsight.Core.Spatial.Concentration;

/// <summary>How events concentrate at places.</summary>
/// <param name="Places">Places, those without events included.</param>
/// <param name="Gini">0: every place has as many; near 1: all at one place. With fewer events than places it is high by arithmetic alone.</param>
/// <param name="GeneralisedGini">Gini measured against the most even spread so many events can have over so many places; 0 … 1.</param>
/// <param name="ExpectedGeneralisedGini">Its mean when chance alone, the same everywhere, spreads the events; null without simulations.</param>
/// <param name="P">One-sided: chance alone concentrates them as much; the observed one counted; null without simulations.</param>
/// <param name="PlacesWithHalf">Fewest places that together have at least half of the events.</param>
/// <param name="PlacesWithFourFifths">The same with 80 % of the events.</param>
/// <param name="TopFifthShare">Share of the events at the fifth of the places with most (80–20 rule), between two places by a straight line.</param>
/// <param name="Curve">From (0, 0) to (1, 1), places with most events first; the Lorenz curve is its mirror image.</param>
/// <param name="Simulations">Simulations made.</param>
public sealed record ConcentrationReport(
    int Places,
    long Events,
    double Gini,
    double GeneralisedGini,
    double? ExpectedGeneralisedGini,
    double? P,
    int PlacesWithHalf,
    int PlacesWithFourFifths,
    double TopFifthShare,
    ImmutableArray<ConcentrationPoint> Curve,
    int Simulations,
    int Seed)
{
    /// <summary>Share of the events at the places with most.</summary>
    /// <param name="placeShare">0 … 1.</param>
    public double EventShareAt(double placeShare)
    {
        Statistics.Guard.Between(placeShare, 0, 1);
        for (var i = 1; i < Curve.Length; i++)
        {
            if (Curve[i].PlaceShare < placeShare)
                continue;
            var (from, until) = (Curve[i - 1], Curve[i]);
            return from.EventShare + (placeShare - from.PlaceShare) / (until.PlaceShare - from.PlaceShare) * (until.EventShare - from.EventShare);
        }

        return 1;
    }
}
