namespace CrimeInsight.Core.Statistics;

/// <summary>
/// Random numbers of a gamma law with scale 1, by rejection from a cubed normal: two or three uniform numbers on average.
/// Reference: Marsaglia and Tsang (2000), doi:10.1145/358407.358414; below shape 1 their §6.
/// </summary>
internal readonly struct GammaDraw
{
    private const double Squeeze = 0.0331;

    private readonly double _inverseShape;
    private readonly double _d;
    private readonly double _c;

    /// <param name="shape">Above 0; also the mean.</param>
    public GammaDraw(double shape)
    {
        _inverseShape = shape < 1 ? 1 / shape : 0;
        _d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3;
        _c = 1 / Math.Sqrt(9 * _d);
    }

    public double Next(ref ReplicaRandom random)
    {
        while (true)
        {
            var normal = Standard(ref random);
            var root = 1 + _c * normal;
            if (root <= 0)
                continue;
            var cube = root * root * root;
            var unit = 1 - random.NextUnit();
            var square = normal * normal;
            if (unit < 1 - Squeeze * square * square || Math.Log(unit) < square / 2 + _d * (1 - cube + Math.Log(cube)))
                return _inverseShape == 0 ? _d * cube : _d * cube * Math.Pow(1 - random.NextUnit(), _inverseShape);
        }
    }

    // Marsaglia's polar method; the second number of a pair is not kept.
    private static double Standard(ref ReplicaRandom random)
    {
        while (true)
        {
            var (x, y) = (2 * random.NextUnit() - 1, 2 * random.NextUnit() - 1);
            var square = x * x + y * y;
            if (square is > 0 and < 1)
                return x * Math.Sqrt(-2 * Math.Log(square) / square);
        }
    }
}
