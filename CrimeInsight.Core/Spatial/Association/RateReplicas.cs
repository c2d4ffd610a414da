using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Spatial.Association;

/// <summary>
/// All cases fall on the places anew: in proportion to the expected (multinomial), after each place's risk has been drawn from a
/// gamma law with mean 1 and variance φ where counts are overdispersed (gamma-multinomial). The total stays. The same for the same
/// seed and replica on any thread.
/// </summary>
internal sealed class RateReplicas(RateModel model, int seed)
{
    /// <summary>Cases a place from which a binomial count is faster than finding a place for each case.</summary>
    private const int ManyPerPlace = 20;

    /// <summary>Below this gamma risks are 1 to the last digit that counts.</summary>
    private const double LeastDispersion = 1e-9;

    /// <summary>Room for one replica of one thread.</summary>
    public (double[] Shares, int[] Guide) NewRoom() => (new double[model.Expected.Length], new int[model.Expected.Length + 1]);

    /// <param name="cells">Takes the cases of each place.</param>
    public void Draw(int replica, Span<int> cells, (double[] Shares, int[] Guide) room)
    {
        var random = new ReplicaRandom(seed, replica);
        var sum = Risks(room.Shares, ref random);
        if (model.Total > (long)ManyPerPlace * cells.Length)
            DrawCounts(cells, room.Shares, sum, ref random);
        else
            DrawCases(cells, room, sum, ref random);
    }

    private double Risks(Span<double> shares, ref ReplicaRandom random)
    {
        model.Expected.CopyTo(shares);
        var sum = 0.0;
        if (model.Dispersion > LeastDispersion)
        {
            var risk = new GammaDraw(1 / model.Dispersion);
            for (var place = 0; place < shares.Length; place++)
                sum += shares[place] *= shares[place] > 0 ? risk.Next(ref random) : 0;
        }

        if (sum > 0)
            return sum;
        // Without overdispersion, or where so much of it let no risk be above 0 in the digits a number has.
        model.Expected.CopyTo(shares);
        return model.Total;
    }

    private void DrawCounts(Span<int> cells, ReadOnlySpan<double> shares, double rest, ref ReplicaRandom random)
    {
        var (left, last) = (model.Total, shares.LastIndexOfAnyExcept(0.0));
        for (var place = 0; place < cells.Length; place++)
        {
            cells[place] = CountDraw.Binomial(left, place == last ? 1 : Math.Clamp(shares[place] / rest, 0, 1), ref random);
            left -= cells[place];
            rest = Math.Max(double.Epsilon, rest - shares[place]);
        }
    }

    /// <summary>One place for each case, by its cumulated share and a guide to it (Chen and Asau 1974, doi:10.1080/05695557408974949).</summary>
    private void DrawCases(Span<int> cells, (double[] Shares, int[] Guide) room, double sum, ref ReplicaRandom random)
    {
        var (cumulated, guide, count) = (room.Shares, room.Guide, cells.Length);
        var (reached, next) = (0.0, 0);
        for (var place = 0; place < count; place++)
        {
            reached += cumulated[place] * (count / sum);
            cumulated[place] = reached;
            // Where the search for a number between two whole ones begins.
            for (; next < reached && next < count; next++)
                guide[next] = place;
        }

        var last = model.Expected.AsSpan().LastIndexOfAnyExcept(0.0);
        for (; next <= count; next++)
            guide[next] = last;
        cells.Clear();
        for (var i = 0; i < model.Total; i++)
        {
            var at = random.NextUnit() * count;
            var place = guide[(int)at];
            while (place < last && cumulated[place] <= at)
                place++;
            cells[place]++;
        }
    }
}
