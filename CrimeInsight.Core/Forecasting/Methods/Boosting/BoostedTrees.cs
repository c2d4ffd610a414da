using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;

namespace CrimeInsight.Core.Forecasting.Methods.Boosting;

/// <summary>Gradient-boosted regression trees, grown by LightGBM on one thread from a seed, and laid flat for prediction.</summary>
internal sealed class BoostedTrees
{
    private const int Trees = 70;
    private const int Leaves = 20;
    private const int LeastExamplesPerLeaf = 60;
    private const double LearningRate = 0.08;

    private readonly int[] _roots;
    private readonly int[] _features;
    private readonly float[] _thresholds;
    private readonly int[] _below;
    private readonly int[] _above;
    private readonly double[] _leaves;

    private BoostedTrees(TreeEnsemble<RegressionTree> ensemble)
    {
        _roots = new int[ensemble.Trees.Count];
        var nodes = ensemble.Trees.Sum(tree => tree.NumberOfNodes);
        (_features, _thresholds, _below, _above) = (new int[nodes], new float[nodes], new int[nodes], new int[nodes]);
        var leaves = new List<double>();
        var next = 0;
        for (var k = 0; k < _roots.Length; k++)
        {
            var tree = ensemble.Trees[k];
            _roots[k] = tree.NumberOfNodes == 0 ? ~leaves.Count : next;
            for (var node = 0; node < tree.NumberOfNodes; node++)
            {
                _features[next + node] = tree.NumericalSplitFeatureIndexes[node];
                _thresholds[next + node] = tree.NumericalSplitThresholds[node];
                _below[next + node] = Child(tree.LeftChild[node], next, leaves.Count);
                _above[next + node] = Child(tree.RightChild[node], next, leaves.Count);
            }

            next += tree.NumberOfNodes;
            leaves.AddRange(tree.LeafValues.Select(value => ensemble.TreeWeights[k] * value));
        }

        _leaves = [.. leaves];
    }

    /// <param name="examples">At least a few hundred.</param>
    /// <exception cref="DllNotFoundException">LightGBM's library, or libgomp which it needs, is not installed.</exception>
    public static BoostedTrees Grow(IEnumerable<BoostingExample> examples, int featureCount, int seed)
    {
        // A context that has trained before gives other trees.
        var context = new MLContext(seed);
        var schema = SchemaDefinition.Create(typeof(BoostingExample));
        schema[nameof(BoostingExample.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, featureCount);
        var data = context.Data.LoadFromEnumerable(examples, schema);
        var trainer = context.Regression.Trainers.LightGbm(new LightGbmRegressionTrainer.Options
        {
            NumberOfIterations = Trees,
            NumberOfLeaves = Leaves,
            MinimumExampleCountPerLeaf = LeastExamplesPerLeaf,
            LearningRate = LearningRate,
            NumberOfThreads = 1,
            Deterministic = true,
            Seed = seed,
            HandleMissingValue = false,
            LabelColumnName = nameof(BoostingExample.Label),
            FeatureColumnName = nameof(BoostingExample.Features),
            ExampleWeightColumnName = nameof(BoostingExample.Weight),
        });
        using var model = trainer.Fit(data);
        return new BoostedTrees(model.Model.TrainedTreeEnsemble);
    }

    public double Predict(ReadOnlySpan<float> features)
    {
        var sum = 0.0;
        foreach (var root in _roots)
        {
            var node = root;
            while (node >= 0)
                node = features[_features[node]] <= _thresholds[node] ? _below[node] : _above[node];
            sum += _leaves[~node];
        }

        return sum;
    }

    /// <summary>Inner nodes count up from the tree's first; leaves are complements of their index among all leaves.</summary>
    private static int Child(int child, int firstNode, int firstLeaf) => child >= 0 ? firstNode + child : ~(firstLeaf + ~child);
}
