# Times the numpy reference. Started as `python3 -c <this> <folder>`; a line like “numpy 800” on the standard
# input is answered with the seconds it took.
import sys, time

sys.path.insert(0, sys.argv[1])
import model_reference as model

for line in sys.stdin:
    futures = int(line.split()[1])
    began = time.perf_counter()
    model.run(model.base, Rn=futures)
    print(time.perf_counter() - began, flush=True)
