using CrimeInsight.Core.Clusters.Places;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace CrimeInsight.Core.Clusters.Partition;

/// <summary>First centres by ML.NET's k-means (k-means++ start, Yinyang-accelerated steps), on one thread from a seed.</summary>
internal sealed class PartitionTrainer
{
    private const double MetresPerUnit = 1000;
    private const int Axes = 3;

    // The rest of the way is Lloyd's, in double precision.
    private const int MostSteps = 20;

    private readonly Spot _middle;
    private readonly PartitionRow[] _rows;

    public PartitionTrainer(Spot[] spots)
    {
        var (low, high) = (spots[0], spots[0]);
        foreach (ref readonly var spot in spots.AsSpan())
            (low, high) = (Spot.Lower(low, spot), Spot.Higher(high, spot));
        _middle = new Spot((low.X + high.X) / 2, (low.Y + high.Y) / 2, (low.Z + high.Z) / 2);
        _rows = Array.ConvertAll(spots, spot => new PartitionRow { Place = [Unit(spot.X - _middle.X), Unit(spot.Y - _middle.Y), Unit(spot.Z - _middle.Z)] });
    }

    public Spot[] Centres(int clusters, int seed)
    {
        // A context that has trained before gives other centres.
        var context = new MLContext(seed);
        var schema = SchemaDefinition.Create(typeof(PartitionRow));
        schema[nameof(PartitionRow.Place)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, Axes);
        var trainer = context.Clustering.Trainers.KMeans(new KMeansTrainer.Options
        {
            FeatureColumnName = nameof(PartitionRow.Place),
            NumberOfClusters = clusters,
            InitializationAlgorithm = KMeansTrainer.InitializationAlgorithm.KMeansPlusPlus,
            MaximumNumberOfIterations = MostSteps,
            NumberOfThreads = 1,
        });
        var centres = default(VBuffer<float>[]);
        trainer.Fit(context.Data.LoadFromEnumerable(_rows, schema)).Model.GetClusterCentroids(ref centres, out var count);
        return Array.ConvertAll(centres![..count], centre =>
        {
            var values = centre.DenseValues().ToArray();
            return new Spot(_middle.X + MetresPerUnit * values[0], _middle.Y + MetresPerUnit * values[1], _middle.Z + MetresPerUnit * values[2]);
        });
    }

    private static float Unit(double metres) => (float)(metres / MetresPerUnit);
}
