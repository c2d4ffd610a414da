using System.Buffers.Binary;
using CrimeInsight.Data.Import;

namespace CrimeInsight.Tests.Data.Import;

public sealed class RadixSortTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(5_000)]
    public void Sort_RandomKeysOfAnyWidth_OrdersThemAsComparingDoesAndMovesItemsAlong(int length)
    {
        var random = new Random(length);
        foreach (var bits in new[] { 1, 7, 8, 20, 44, 60, 64 })
        {
            var keys = Enumerable.Range(0, length).Select(_ => (ulong)random.NextInt64(long.MinValue, long.MaxValue) >> (64 - bits)).ToArray();
            var items = keys.Select(key => (int)(key % 1_000_003)).ToArray();
            var expected = keys.Order().ToArray();
            var alone = keys.ToArray();

            RadixSort.Sort(keys, items);
            RadixSort.Sort(alone);

            Assert.Equal(expected, keys);
            Assert.Equal(expected, alone);
            Assert.Equal(expected.Select(key => (int)(key % 1_000_003)), items);
        }
    }

    [Fact]
    public void AllDiffer_OneRepeatedKeyAmongMany_IsFound()
    {
        var differing = new KeyLedger();
        var repeating = new KeyLedger();
        var key = new byte[16];
        for (var i = 0; i < 10_000; i++)
        {
            BinaryPrimitives.WriteUInt64BigEndian(key, (ulong)i * 0x9E3779B97F4A7C15);
            differing.Add(key);
            repeating.Add(key);
        }

        repeating.Add(key);
        Assert.True(differing.AllDiffer());
        Assert.False(repeating.AllDiffer());
    }
}
