namespace CrimeInsight.Core.Spatial.Scan;

/// <summary>A request as the search sees it: cases and expected cases by place and period, and the windows.</summary>
internal sealed class ScanProblem
{
    private ScanProblem(ScanRequest request, int periods, int[] cases, double[] cells, CircleSet circles)
    {
        (Request, Periods, Cases, Cells, Circles) = (request, periods, cases, cells, circles);
        Total = request.TotalCases;
        IsProspective = request.Span == ScanSpan.Prospective;
        MaxDuration = request.Span == ScanSpan.Space ? 1 : request.MaxDuration ?? Math.Max(1, periods / 2);
        Expected = new double[Places * periods];
        for (var place = 0; place < Places; place++)
        {
            var sum = 0.0;
            for (var period = 0; period < periods; period++)
                Expected[place * periods + period] = sum += cells[place * periods + period];
        }

        Dispersion = request.Overdispersion == Overdispersion.Auto ? DispersionEstimate.Of(this) : null;
    }

    public ScanRequest Request { get; }

    /// <summary>1 when space alone is scanned.</summary>
    public int Periods { get; }

    /// <summary>Longest run of periods.</summary>
    public int MaxDuration { get; }

    /// <summary>Only windows that last until the final period.</summary>
    public bool IsProspective { get; }

    /// <summary>Place after place, by period.</summary>
    public int[] Cases { get; }

    /// <summary>Expected cases, place after place, by period.</summary>
    public double[] Cells { get; }

    /// <summary>Expected cases of each place up to and with each period.</summary>
    public double[] Expected { get; }

    public CircleSet Circles { get; }

    public int Total { get; }

    /// <summary>Null: replicas vary by chance alone, as asked or because nothing else can be told.</summary>
    public DispersionEstimate? Dispersion { get; }

    public int Places => Request.Places.Count;

    /// <summary>Cylinders: circles × runs of periods.</summary>
    public long Windows => Circles.Circles * Runs;

    private long Runs => IsProspective ? MaxDuration : Enumerable.Range(1, MaxDuration).Sum(length => (long)Periods - length + 1);

    /// <summary>First end of a run that begins with <paramref name="from"/>; past <see cref="LastEnd"/> when there is none.</summary>
    public int FirstEnd(int from) => IsProspective ? Periods : from + 1;

    /// <summary>Last end, one past the final period of the longest run.</summary>
    public int LastEnd(int from) => Math.Min(Periods, from + MaxDuration);

    public static ScanProblem Of(ScanRequest request, ParallelOptions options)
    {
        var periods = request.Span == ScanSpan.Space ? 1 : request.Periods;
        var places = request.Places.Count;
        var (cases, weights) = (new int[places * periods], new double[places]);
        for (var i = 0; i < request.Cases.Length; i++)
        {
            var place = i / request.Periods;
            cases[periods == 1 ? place : i] += request.Cases[i];
        }

        var cells = request.Model == ScanModel.Poisson ? AtRisk(request, periods) : Margins(cases, periods, request.TotalCases);
        for (var i = 0; i < cells.Length; i++)
            weights[i / periods] += cells[i];
        var circles = CircleSet.Of(request.Places, weights, request.MaxShare, request.MaxRadiusMetres, options);
        return circles.Circles > 0
            ? new ScanProblem(request, periods, cases, cells, circles)
            : throw new ArgumentException(
                "Every single place holds more than the largest share of a window; raise the share or divide the places.", nameof(request));
    }

    // Cases in proportion to the population.
    private static double[] AtRisk(ScanRequest request, int periods)
    {
        var cells = new double[request.Places.Count * periods];
        var perPlace = request.Population.Length == request.Places.Count;
        var sum = 0.0;
        for (var i = 0; i < request.Cases.Length; i++)
        {
            var place = i / request.Periods;
            var population = request.Population[perPlace ? place : i];
            cells[periods == 1 ? place : i] += population;
            sum += population;
        }

        for (var i = 0; i < cells.Length; i++)
            cells[i] *= request.TotalCases / sum;
        return cells;
    }

    // Cases of the place × cases of the period ÷ all.
    private static double[] Margins(int[] cases, int periods, int total)
    {
        var places = cases.Length / periods;
        var (ofPlace, ofPeriod) = (new long[places], new long[periods]);
        for (var i = 0; i < cases.Length; i++)
        {
            ofPlace[i / periods] += cases[i];
            ofPeriod[i % periods] += cases[i];
        }

        var cells = new double[cases.Length];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = (double)ofPlace[i / periods] * ofPeriod[i % periods] / total;
        return cells;
    }
}
